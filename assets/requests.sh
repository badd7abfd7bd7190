# Asks GitHub, as git and its API are asked. The functions see token, turn, base, status and failure of their caller.

# No child needs a token: what it is not told it cannot tell.
for name in ${!TOKEN_*} ${!KEY_*} ${!PRIVATE_KEY_*} ${!CLIENT_ID_*} WORKFLOW_TOKEN; do export -n "${name?}"; done

ask() { inquire "$1" request "$@"; } # url media-type curl's-arguments...

inquire() { # url command...
  insist "${@:2}" || { report_unreachable "$1"; return 1; }
  ! is_foreign || { report_stranger; return 1; }
}

# Again where GitHub says when, and once where a moment may mend it: nothing that is asked here changes anything.
insist() { # command...
  local attempt pause
  for attempt in 1 2 3; do
    "$@"
    failure=$?
    pause=$(pause_before_next)
    if [ "$attempt" -eq 3 ] || [ "$pause" -le 0 ] || [ $((SECONDS + pause + 5)) -ge "$TIME_LIMIT" ]; then break; fi
    sleep "$pause"
  done
  end_turn
  return "$failure"
}

request() { # url media-type curl's-arguments...
  fetch "${token:+Authorization: Bearer $token}" -H @- "${@:3}" -H "Accept: $2" "$1"
}

# What git itself would ask; its answer tells single sign-on from no access.
request_git() {
  local quoted=${token//\\/\\\\}
  fetch "user = \"x-access-token:${quoted//\"/\\\"}\"" -K - -H 'Git-Protocol: version=2' "$GITHUB_SERVER_URL/$repo.git/info/refs?service=git-upload-pack"
}

# The token goes through stdin, for every process sees arguments; and only to GitHub, for no redirect is followed here.
fetch() { # stdin curl's-arguments...
  local input=$1 left=$((TIME_LIMIT - SECONDS - 2)) kib=4096 ended
  shift
  [[ $* != *.raw+json* ]] || kib=16384 # a file
  : >"$base.headers"
  : >"$base.body"
  status=$(
    { trap '' XFSZ; ulimit -f $kib; } 2>/dev/null # curl before 8.4 heeds only a length that is announced
    printf '%s\n' "$input" | curl -q -sSg --proto "=${GITHUB_API_URL%%:*}" --max-filesize $((kib * 1024)) \
      --connect-timeout 10 --max-time $((left > 15 ? 15 : left > 1 ? left : 1)) \
      -D "$base.headers" -o "$base.body" -w '%{http_code}' "$@" 2>"$base.trouble"
  )
  ended=$?
  [ "$status" != 401 ] || return 0 # that counts, however its body ends: nobody asks again
  return "$ended"
}

# curl repeats a proxy that it cannot read, with the password in it.
trouble() {
  local text proxy
  text=$(cat "$base.trouble")
  for proxy in "${http_proxy-}" "${https_proxy-}" "${HTTPS_PROXY-}" "${all_proxy-}" "${ALL_PROXY-}"; do
    [ -z "$proxy" ] || text=${text//"$proxy"/...}
  done
  excerpt "${text%%$'\n'*}"
}

# Of the last answer: a proxy's stands before it.
header() { # name
  awk -v name="$1:" '
    /^HTTP\// { value = "" }
    tolower(substr($0, 1, length(name))) == name { value = substr($0, length(name) + 1); gsub(/^[ \t]+|\r$/, "", value) }
    END { printf "%s", value }' "$base.headers"
}

# The beginning of a text at the top. What lies between two quotes is a record: no copy grows with the body.
json() { # key
  tr '\000-\037\177' ' ' <"$base.body" | sed 's/\\\\/\\u005c/g' | awk -v key="$1" '
    BEGIN { RS = "\"" }
    found { next }
    !inside { was = depth == 1 && /^ *: *$/ ? last : ""; depth += gsub(/[[{]/, "") - gsub(/[]}]/, ""); inside = 1; text = ""; next }
    {
      quoted = substr($0, length($0)) == "\\" ? "\"" : ""
      if (length(text) < 1000) text = text substr($0, 1, 1000) quoted
      if (quoted) next
    }
    was == key { print plain(text); found = 1 }
    { last = text; inside = 0 }
    function plain(text,  at, said, c, i, code) {
      while (at = index(text, "\\")) {
        said = said substr(text, 1, at - 1)
        c = substr(text, at + 1, 1)
        text = substr(text, at + 2)
        if (c == "u") {
          code = 0
          for (i = 1; i <= 4; i++) code = code * 16 + index("123456789abcdef", tolower(substr(text, i, 1)))
          c = code == 8217 ? "\047" : code < 127 && code > 31 ? sprintf("%c", code) : " "
          text = substr(text, 5)
        } else if (c ~ /[bfnrt]/) c = " "
        said = said c
      }
      return said text
    }'
}

pause_before_next() {
  case $attempt/$failure/$status in
    */0/[23]?? | */401) echo 0 ;;
    1/0/50[234]) pause=$(pause_asked_for) && echo $((pause > 1 ? pause : 1)) ;;
    */0/*) pause_asked_for ;;
    1/[567]/* | 1/16/* | 1/18/* | 1/28/* | 1/35/* | 1/5[256]/* | 1/92/*) grep -q 'e 407' "$base.trouble"; echo $? ;; # a proxy that wants a login wants it again
    *) echo 0 ;;
  esac
}

# Seconds until GitHub wants to be asked again; 0 where it does not say.
pause_asked_for() {
  local after reset number='^[0-9]{1,11}$'
  after=$(header retry-after) reset=$(header x-ratelimit-reset)
  if is_locked_out; then
    echo 0
  elif [[ $after =~ $number ]]; then
    echo $((10#$after + 1))
  elif is_rate_limited && [[ $reset =~ $number ]]; then
    echo $((10#$reset - $(date +%s) + 1))
  else
    echo 0
  fi
}

# --- a token is tried once before it is used

# A dead token on many repositories would be as many bad logins, and lock its owner out: who comes first asks alone.
take_turn() {
  local name
  for name in ${!TOKEN_*}; do [ "${!name}" != "$token" ] || break; done
  turn=$work/=$name
  [[ $credential = token:* ]] || turn+=@${repo//\//-}
  ! mkdir "$turn" 2>/dev/null || return 0
  while [ -d "$turn" ] && [ ! -e "$turn/answered" ]; do sleep 0.05; done
  [ -e "$turn/refused" ] || return 0
  status=$(cat "$turn/refused")
  report_shut_out
  return 1
}

end_turn() {
  [ -n "${turn-}" ] || return 0
  ! is_shut_out || printf '%s' "$status" >"$turn/refused"
  : >"$turn/answered"
}

is_shut_out() {
  case ${credential%%:*}/$status in
    token/40[13]) ! is_foreign && { [ "$status" = 401 ] || is_locked_out; } ;;
    *) [ "$status" = 401 ] ;;
  esac
}
