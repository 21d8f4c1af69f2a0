package io.firstcome.verify.report;

/// Draws buckets of equal width as steps.
///
/// @param from where the first bucket begins, on the chart's own axis
/// @param width of each bucket
record Steps(Chart chart, double from, double width) {
    /// What lies between two numbers in each bucket, as the path of an area.
    String between(long[] low, long[] high) {
        StringBuilder path = new StringBuilder("M" + edge(0) + " " + chart.y(low[0]));
        for (int bucket = 0; bucket < high.length; bucket++) {
            if (bucket == 0 || high[bucket] != high[bucket - 1]) {
                path.append('V').append(chart.y(high[bucket]));
            }
            if (bucket + 1 == high.length || high[bucket + 1] != high[bucket]) {
                path.append('H').append(edge(bucket + 1));
            }
        }
        for (int bucket = low.length - 1; bucket >= 0; bucket--) {
            if (bucket + 1 == low.length || low[bucket] != low[bucket + 1]) {
                path.append('V').append(chart.y(low[bucket]));
            }
            if (bucket == 0 || low[bucket - 1] != low[bucket]) {
                path.append('H').append(edge(bucket));
            }
        }
        return path.append('Z').toString();
    }

    /// A value in one bucket, as the path of a line.
    String at(int bucket, double value) {
        return "M" + edge(bucket) + " " + chart.y(value) + "H" + edge(bucket + 1);
    }

    private String edge(int bucket) {
        return chart.x(from + bucket * width);
    }
}
