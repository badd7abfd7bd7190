# The version in each file must be the tag's, in the commit that will be built: the last part of the guard.
# VERSION_FILES: a path a line, from the root of the repository that the workflow runs in.

check_versions() {
  local repo=$GITHUB_REPOSITORY credential=- token='' who='' cure='' status='' base=$work/version file wanted
  [ "$GITHUB_REF_TYPE" = tag ] || return
  wanted=$(version_of "$GITHUB_REF_NAME")
  take_workflow_token
  while IFS= read -r file; do
    check_version
  done <<<"${VERSION_FILES-}"
}

check_version() {
  local found
  ask "$GITHUB_API_URL/repos/$repo/contents/$(url_encode "$file")?ref=$GITHUB_SHA" application/vnd.github.raw+json || return
  case $status in
    200) found=$(excerpt "$(version_in "$base.body")") ;;
    404) problem 'A file with the version is missing' "$file, which must hold the version of the tag, is not in commit $GITHUB_SHA."; return ;;
    *) explain; return ;;
  esac
  [ -z "$found" ] || [ "$found" != "$wanted" ] || return
  problem 'A version is not the one of the tag' \
    "$file has ${found:+version }${found:-no version}, and tag $(excerpt "$GITHUB_REF_NAME") ${wanted:+stands for }${wanted:-has none}. Set it, commit, and push the next tag."
}

version_in() { # file
  case $file in
    *.toml) toml_version <"$1" ;;
    *) json_version <"$1" ;;
  esac
}

# `version` at the top, or under `package` as tauri.conf.json had it before Tauri 2.
json_version() {
  awk '
    { text = text $0 "\n" }
    END {
      size = length(text)
      for (at = 1; at <= size; at++) {
        sign = substr(text, at, 1)
        if (sign == "{" || sign == "[") key[++depth] = ""
        else if (sign == "}" || sign == "]") depth--
        else if (sign == ",") key[depth] = ""
        else if (sign == "\"") {
          word = ""
          for (at++; at <= size && (sign = substr(text, at, 1)) != "\""; at++) {
            if (sign == "\\") sign = substr(text, ++at, 1)
            word = word sign
          }
          if (key[depth] == "") key[depth] = word
          else if (key[depth] == "version" && depth == 1) top = word
          else if (key[depth] == "version" && depth == 2 && key[1] == "package") old = word
        }
      }
      print top != "" ? top : old
    }'
}

toml_version() {
  awk '
    { sub(/\r$/, "") }
    /^[ \t]*\[.*\][ \t]*(#.*)?$/ {
      table = $0
      sub(/\][ \t]*(#.*)?$/, "", table)
      sub(/^[ \t]*\[/, "", table)
      gsub(/^[ \t]+|[ \t]+$/, "", table)
    }
    /^[ \t]*version[ \t]*=[ \t]*("[^"]*"|\047[^\047]*\047)/ && !(table in found) {
      mark = match($0, /["\047]/) ? substr($0, RSTART, 1) : ""
      split($0, parts, mark)
      found[table] = parts[2]
    }
    END {
      count = split("package workspace.package project tool.poetry", tables, " ")
      for (i = 1; i <= count; i++) if (found[tables[i]] != "") { print found[tables[i]]; exit }
    }'
}

SECONDS=0
conclude "$(check_versions)" || exit 1
