-- wrk: everybody asks once, under a name of their own.
--
--   CAMPAIGN=<id> wrk -t2 -c64 -d10s -s examples/load/wrk.lua http://localhost:8082
--
-- wrk counts "sold out" (HTTP 429) as "Non-2xx": what was answered is printed at the end.

local campaign = os.getenv("CAMPAIGN") or error("CAMPAIGN: not set (expected: the campaign's id)")
local threads = {}

function setup(thread)
    table.insert(threads, thread)
    thread:set("number", #threads)
end

function init()
    run = os.time()
    asked = 0
    issued, soldOut, other = 0, 0, 0
    wrk.method = "POST"
    wrk.path = "/issue.v1.IssueService/IssueCoupon"
    wrk.headers["Content-Type"] = "application/json"
end

function request()
    asked = asked + 1
    local user = string.format("wrk-%d-%d-%d", run, number, asked)
    return wrk.format(nil, nil, nil,
        string.format('{"campaignId":"%s","userId":"%s"}', campaign, user))
end

function response(status)
    if status == 200 then
        issued = issued + 1
    elseif status == 429 then
        soldOut = soldOut + 1
    else
        other = other + 1
    end
end

function done()
    local sums = { issued = 0, soldOut = 0, other = 0 }
    for _, thread in ipairs(threads) do
        for kind in pairs(sums) do
            sums[kind] = sums[kind] + thread:get(kind)
        end
    end
    print(string.format("issued %d, sold out %d, other %d", sums.issued, sums.soldOut, sums.other))
end
