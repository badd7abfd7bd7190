# One issue holds what the watch finds: opened, changed and opened again while it finds anything, closed when it does not.
# RESULT: how the guard ended. FINDINGS: its errors, `error<tab>title<tab>text` a line. BUILD: whose issue it is. TOKEN: may write it.
umask 077
: "${GITHUB_API_URL:=https://api.github.com}" "${GITHUB_SERVER_URL:=https://github.com}"
work=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/issue.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
run_url=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID
issues=/repos/$GITHUB_REPOSITORY/issues
mark=$'\n'"<!-- projen-tag-build watch $BUILD "

keep_issue() {
  local findings number='' state='' kept='' sum
  command -v jq >/dev/null || { explain 'There is no jq on the runner of the guard. Install it there, or leave watchIssue out of the declaration.'; return; }
  findings=$(found)
  sum=$(digest)
  find_issue || return
  if [ -z "$findings" ]; then
    [ "$state" != open ] || { write PATCH "$issues/$number" '{state: "closed"}' && comment "The watch finds nothing any more: $run_url"; }
  elif [ -z "$number" ]; then
    describe && write POST "$issues" --arg title "$GITHUB_WORKFLOW: a tag would fail" --rawfile body "$work/text" "{\$title, \$body}"
  elif [ "$state $kept" != "open $sum" ]; then
    describe && write PATCH "$issues/$number" --rawfile body "$work/text" "{state: \"open\", \$body}" && comment "What the watch finds has changed: $run_url"
  fi
}

found() {
  if [ -n "$FINDINGS" ]; then
    printf '%s\n' "$FINDINGS" | head -n 50 | cut -c 1-900
  elif [ "$RESULT" != success ]; then
    printf 'nothing\tThe guard failed\tWhat it said could not be handed on: see the run.\n'
  fi
}

# A day more or less is no news, and neither is another commit or hour.
digest() { sed -E 's/\([0-9]+ days\)|[0-9a-f]{40,64}|[0-9:]+ UTC//g' <<<"$findings" | cksum | cut -d ' ' -f 1; }

# Lines that are indented are shown as they are: no mention, no link, no mark-up.
describe() {
  local title text
  {
    printf 'The watch has found what would keep a tag from being built:\n\n'
    while IFS=$'\t' read -r _ title text; do
      printf '    %s: %s\n' "$(one_line "$title")" "$(one_line "$text")"
    done <<<"$findings"
    printf '\nThe run: %s\n\n' "$run_url"
    grep '^error' <<<"$findings" | cut -f 2 | tr -cd 'A-Za-z0-9 \n-' | sort -u | while read -r title; do
      printf -- '- [How to mend it: %s](%s#%s)\n' "$title" "$DOC_URL" "$(tr 'A-Z ' 'a-z-' <<<"$title")"
    done
    printf '\nThis issue is kept by the workflow: it is closed when nothing is found.%s%s -->\n' "$mark" "$sum"
  } >"$work/text"
}

# Only what a workflow wrote counts, at the beginning of a line: anybody can write the mark into an issue of their own, or a finding.
find_issue() {
  local page
  for ((page = 1; page <= 10; page++)); do
    request GET "$issues?state=all&creator=github-actions%5Bbot%5D&sort=created&direction=desc&per_page=100&page=$page" || return
    jq -e 'type == "array"' "$work/answer" >"$work/trouble" || { explain 'GitHub gave no list of issues. The next run tries it again.'; return; }
    IFS=$'\t' read -r number state kept < <(jq -r --arg mark "$mark" '
      [.[] | select(.pull_request == null and .user.login == "github-actions[bot]" and ("\n" + (.body // "") | contains($mark)))]
      | (map(select(.state == "open")) + .)[0] // empty
      | [(.number | tostring), .state, ("\n" + .body | split($mark)[-1] | split(" ")[0])] | @tsv' "$work/answer")
    [ -z "$number" ] && jq -e 'length == 100' "$work/answer" >"$work/trouble" || return 0
  done
}

comment() { write POST "$issues/$number/comments" --arg body "$1" "{\$body}"; } # text

# Nothing is sent twice: where only the answer was lost, it would be there twice.
write() { # method path jq's-arguments...
  jq -n "${@:3}" >"$work/data" && request "$1" "$2" --data-binary "@$work/data"
}

request() { # method path curl's-arguments...
  local status
  # the token goes through stdin, for every process sees arguments
  status=$(printf 'Authorization: Bearer %s\n' "$TOKEN" | curl -q -sS --proto "=${GITHUB_API_URL%%:*}" --max-time 30 -X "$1" -H @- \
    -H 'Accept: application/vnd.github+json' -o "$work/answer" -w '%{http_code}' "${@:3}" "$GITHUB_API_URL$2" 2>"$work/trouble")
  case $status in
    20[01]) return ;;
    410) explain "Issues are switched off in $GITHUB_REPOSITORY. Switch them on under Settings, or leave watchIssue out of the declaration." ;;
    *) explain "GitHub answered ${status/000/nothing} to $1: $(cat "$work/trouble" "$work/answer" 2>/dev/null | tr -cd ' -~' | cut -c 1-300) The next run tries it again." ;;
  esac
}

explain() { ! say error 'An issue could not be written' "$1"; } # text

keep_issue
