# Asks GitHub, as git and its API are asked. The functions see token, base and status of their caller.

ask() { # url media-type curl's-arguments...
  local attempt pause
  for attempt in 1 2 3; do
    request "$@" || { report_unreachable "$1"; return 1; }
    pause=$(pause_asked_for)
    [ "$attempt" -lt 3 ] && [ "$pause" -gt 0 ] && [ $((SECONDS + pause + 5)) -lt "$TIME_LIMIT" ] || return 0
    sleep "$pause"
  done
}

request() { # url media-type curl's-arguments...
  fetch "${token:+Authorization: Bearer $token}" -H @- "${@:3}" -H "Accept: $2" "$1"
}

# What git itself would ask; its answer tells single sign-on from no access.
request_git() {
  local quoted=${token//\\/\\\\}
  fetch "user = \"x-access-token:${quoted//\"/\\\"}\"" -K - "$GITHUB_SERVER_URL/$repo.git/info/refs?service=git-upload-pack"
}

# The token goes through stdin, for every process sees arguments; and only to GitHub, for no redirect is followed here.
fetch() { # stdin curl's-arguments...
  local input=$1 left=$((TIME_LIMIT - SECONDS - 2))
  shift
  status=$(printf '%s\n' "$input" | curl -q -sS --proto "=${GITHUB_API_URL%%:*}" --max-time $((left > 15 ? 15 : left > 1 ? left : 1)) \
    -D "$base.headers" -o "$base.body" -w '%{http_code}' "$@" 2>"$base.trouble")
}

header() { grep -ai "^$1:" "$base.headers" | tail -n 1 | sed 's/^[^:]*: *//' | tr -d '\r'; } # name

json() { grep -aoE "\"$1\" *: *\"[^\"]*" "$base.body" | head -n 1 | cut -d '"' -f 4; } # key of a string

# Seconds until GitHub wants to be asked again; 0 where it does not say.
pause_asked_for() {
  local after reset number='^[0-9]{1,11}$'
  after=$(header retry-after) reset=$(header x-ratelimit-reset)
  if [[ $after =~ $number ]]; then
    echo $((10#$after + 1))
  elif is_rate_limited && [[ $reset =~ $number ]]; then
    echo $((10#$reset - $(date +%s) + 1))
  else
    echo 0
  fi
}
