/// The Java client of Firstcome: [FirstcomeClient] blocks, [AsyncFirstcomeClient] does not.
///
/// A call speaks the Connect protocol in binary protobuf over the JDK's HTTP client. It is made of
/// attempts: [RetryingCall] makes one after the other as [RetryPolicy] and [RetryBudget] allow.
/// [StreamingCall] does the same for calls with many responses, and goes on after the last. Clock,
/// network and randomness stand behind [Timer], [Transport] and `RandomGenerator`.
@NullMarked
package io.firstcome.client;

import org.jspecify.annotations.NullMarked;
