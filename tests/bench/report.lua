-- report.lua: reports by citizens, each with a token of its own.
-- usage: wrk -s report.lua URL -- TOKENS THREADS FIELDS
-- (TOKENS: a file from "siaga mint"; FIELDS: the rest of the form, encoded)
local counter = 0
local threads = {}

function setup(thread)
	thread:set("id", counter)
	table.insert(threads, thread)
	counter = counter + 1
end

function init(args)
	local every, n = tonumber(args[2]), 0
	tokens, at, out, fields = {}, 0, 0, args[3]
	good, bad, first_bad = 0, 0, 0
	for line in io.lines(args[1]) do
		if n % every == id then tokens[#tokens + 1] = line end
		n = n + 1
	end
	wrk.method = "POST"
	wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
	wrk.headers["Sec-Fetch-Site"] = "same-origin"
end

function request()
	at = at + 1
	if at > #tokens then out = out + 1; at = 1 end
	return wrk.format(nil, nil, nil, "token=" .. tokens[at] .. "&" .. fields)
end

function response(status)
	if status == 200 then good = good + 1	-- the receipt itself; 422 is the form again
	else bad = bad + 1; if first_bad == 0 then first_bad = status end end
end

function done()
	local good, bad, first, out = 0, 0, 0, 0
	for _, t in ipairs(threads) do
		good = good + t:get("good"); bad = bad + t:get("bad"); out = out + t:get("out")
		if first == 0 then first = t:get("first_bad") end
	end
	io.write(string.format("# taken %d, refused %d (first with status %d)\n", good, bad, first))
	if out > 0 then io.write("# the tokens ran out: some reports came twice\n") end
end
