// redis/ — the scripts that run inside Redis: each is one round trip and happens as a whole.

/**
 * Appends entries [LOG-2]. KEYS: log, epoch. ARGV: epoch, version before the first, hash before the first, then text and hash of each
 * entry. Returns 'appended', or 'conflict' with epoch and last version, or 'fork'.
 */
export const appendScript = `
local epoch = redis.call('GET', KEYS[2]) or ''
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local version, hash = 0, string.rep('0', 64)
if last then
  version = tonumber(string.match(last[1], '^%d+'))
  for i = 1, #last[2], 2 do if last[2][i] == 'hash' then hash = last[2][i + 1] end end
end
if epoch ~= ARGV[1] or version ~= tonumber(ARGV[2]) then return {'conflict', epoch, version} end
if hash ~= ARGV[3] then return {'fork'} end
for i = 4, #ARGV, 2 do
  version = version + 1
  redis.call('XADD', KEYS[1], string.format('%d-0', version), 'entry', ARGV[i], 'hash', ARGV[i + 1])
end
return {'appended'}
`;

/**
 * Opens a new epoch [LOG-5]. KEYS: log, epoch, stream for what is put aside. ARGV: epoch that it must be now, new epoch, last version
 * that is kept, last version that the log must hold. Returns 1, or 0 when another node was faster. The stream's own last id goes back
 * too, so that versions stay whole.
 */
export const openEpochScript = `
if (redis.call('GET', KEYS[2]) or '') ~= ARGV[1] then return 0 end
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
if (last and tonumber(string.match(last[1], '^%d+')) or 0) ~= tonumber(ARGV[4]) then return 0 end
local beyond = redis.call('XRANGE', KEYS[1], '(' .. ARGV[3] .. '-0', '+')
for _, entry in ipairs(beyond) do
  redis.call('XADD', KEYS[3], entry[1], unpack(entry[2]))
  redis.call('XDEL', KEYS[1], entry[1])
end
if redis.call('EXISTS', KEYS[1]) == 1 then
  if redis.call('XLEN', KEYS[1]) == 0 then redis.call('DEL', KEYS[1])
  else redis.call('XSETID', KEYS[1], ARGV[3] .. '-0') end
end
redis.call('SET', KEYS[2], ARGV[2])
return 1
`;

/**
 * Writes directory entries before the events that refer to them [PRV-1]. KEYS: unreferenced, then the entries' keys. ARGV: their
 * contents. Returns the stamp of this write, then what each key held before ('' for nothing). New ones are noted as unreferenced;
 * so are ones that already wait for their event, with the newer stamp: the last writer answers for them.
 */
export const writeDirectoryScript = `
local time = redis.call('TIME')
local stamp = time[1] .. string.format('%06d', tonumber(time[2]))
local answer = {stamp}
for i = 2, #KEYS do
  local before = redis.call('GET', KEYS[i])
  answer[i] = before or ''
  if before ~= ARGV[i - 1] then redis.call('SET', KEYS[i], ARGV[i - 1]) end
  if not before or redis.call('ZSCORE', KEYS[1], KEYS[i]) then redis.call('ZADD', KEYS[1], stamp, KEYS[i]) end
end
return answer
`;

/**
 * The same, but what is said joins what is there: what is empty stays, words are added. ARGV: for each entry what is said, and what
 * holds where that and the entry say nothing (''). Returns the stamp, then what each key held before, and what it holds now.
 */
export const fillInDirectoryScript = `
local function fill(into, from)
  for field, value in pairs(from) do
    if type(value) == 'table' then
      into[field] = into[field] or {}
      for key, text in pairs(value) do if into[field][key] == nil then into[field][key] = text end end
    elseif into[field] == nil or into[field] == '' then into[field] = value end
  end
end
local time = redis.call('TIME')
local stamp = time[1] .. string.format('%06d', tonumber(time[2]))
local answer = {stamp}
for i = 2, #KEYS do
  local before = redis.call('GET', KEYS[i])
  local entry = cjson.decode(ARGV[2 * i - 3])
  if before then fill(entry, cjson.decode(before)) end
  if ARGV[2 * i - 2] ~= '' then fill(entry, cjson.decode(ARGV[2 * i - 2])) end
  local after = cjson.encode(entry)
  redis.call('SET', KEYS[i], after)
  if not before or redis.call('ZSCORE', KEYS[1], KEYS[i]) then redis.call('ZADD', KEYS[1], stamp, KEYS[i]) end
  table.insert(answer, before or '')
  table.insert(answer, after)
end
return answer
`;

/**
 * Takes a write of the directory back. KEYS: unreferenced, then the entries' keys. ARGV: stamp, then for each key its content before
 * and the one that was written. Touches only what nobody has written since.
 */
export const withdrawDirectoryScript = `
for i = 2, #KEYS do
  local before, written = ARGV[2 * i - 2], ARGV[2 * i - 1]
  if before ~= '' then
    if before ~= written and redis.call('GET', KEYS[i]) == written then redis.call('SET', KEYS[i], before) end
  elseif tonumber(redis.call('ZSCORE', KEYS[1], KEYS[i]) or 0) == tonumber(ARGV[1]) then
    redis.call('DEL', KEYS[i])
    redis.call('ZREM', KEYS[1], KEYS[i])
  end
end
return 1
`;
