# The version in each file must be the tag's, in the commit that will be built: the last part of the guard.
# VERSION_FILES: a path a line, from the root of the repository that the workflow runs in.

check_versions() {
  local repo=$GITHUB_REPOSITORY credential=- right='Contents: read' token='' who='' cure='' status='' base=$work/version file wanted
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

# The plan reads the same out of the same files: src/tasks/plan/manifest-version.ts. A version is of visible ASCII characters.
version_in() { # file
  case $file in
    *.toml) toml_version <"$1" ;;
    *) json_version <"$1" ;;
  esac
}

# `version` at the top, or under `package` as tauri.conf.json had it before Tauri 2. Comments and
# trailing commas are let pass; a file that is no JSON otherwise has no version.
json_version() {
  LC_ALL=C awk '
    { text = text $0 "\n" }
    END {
      size = length(text)
      state = "value"
      at = substr(text, 1, 3) == "\357\273\277" ? 4 : 1
      while (at <= size) read_token()
      must_be(state == "end")
      print top ~ /^[!-~]+$/ ? top : old ~ /^[!-~]+$/ ? old : ""
    }
    function read_token(  sign, open) {
      sign = substr(text, at++, 1)
      if (sign ~ /[ \t\r\n]/) return
      if (sign == "/") skip_comment()
      else if (sign == "\"") take_string(read_string())
      else if (sign == "{" || sign == "[") {
        must_be(state == "value" || state == "item")
        kind[++depth] = sign
        key[depth] = ""
        state = sign == "{" ? "key" : "item"
      } else if (sign == "}" || sign == "]") {
        open = sign == "}" ? "{" : "["
        must_be(depth && kind[depth] == open && (state == "comma" || state == (open == "{" ? "key" : "item")))
        depth--
        after_value()
      } else if (sign == ":") {
        must_be(state == "colon")
        state = "value"
      } else if (sign == ",") {
        must_be(state == "comma")
        state = kind[depth] == "{" ? "key" : "item"
      } else read_word(sign)
    }
    function must_be(so) { if (!so) exit }
    function after_value() { state = depth ? "comma" : "end" }
    function skip_comment(  sign) {
      sign = substr(text, at++, 1)
      must_be(sign == "/" || sign == "*")
      if (sign == "/") while (at <= size && substr(text, at, 1) !~ /[\r\n]/) at++
      else {
        while (at < size && substr(text, at, 2) != "*/") at++
        must_be(at < size)
        at += 2
      }
    }
    function read_word(word,  sign) {
      while ((sign = substr(text, at, 1)) ~ /[-+.0-9A-Za-z]/) { word = word sign; at++ }
      must_be(word ~ /^(true|false|null|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?)$/)
      must_be(state == "value" || state == "item")
      after_value()
    }
    function read_string(  word, sign) {
      while ((sign = substr(text, at++, 1)) != "\"") {
        must_be(sign != "" && sign !~ /[\001-\037]/)
        word = word (sign == "\\" ? read_escape() : sign)
      }
      return word
    }
    # what is no visible ASCII character is as good as a space
    function read_escape(  sign, code, i) {
      sign = substr(text, at++, 1)
      if (sign == "\"" || sign == "\\" || sign == "/") return sign
      if (sign ~ /[bfnrt]/) return " "
      must_be(sign == "u" && substr(text, at, 4) ~ /^[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]$/)
      for (i = 0; i < 4; i++) code = code * 16 + index("0123456789abcdef", tolower(substr(text, at++, 1))) - 1
      return code > 32 && code < 127 ? sprintf("%c", code) : " "
    }
    # the last one of a name counts
    function take_string(word) {
      if (state == "key") {
        key[depth] = word
        state = "colon"
        if (depth == 1 && word == "version") top = ""
        if (depth == 1 && word == "package" || depth == 2 && key[1] == "package" && word == "version") old = ""
        return
      }
      must_be(state == "value" || state == "item")
      if (depth == 1 && key[1] == "version") top = word
      if (depth == 2 && key[1] == "package" && key[2] == "version") old = word
      after_value()
    }'
}

# A version alone on a line of its table, as every tool writes it. Written in another way it is none.
toml_version() {
  LC_ALL=C awk '
    NR == 1 { sub(/^\357\273\277/, "") }
    { sub(/\r$/, "") }
    quotes == "" && depth == 0 && /^[ \t]*\[/ {
      table = $0
      if (!sub(/\][ \t]*(#.*)?$/, "", table)) table = "[?"
      sub(/^[ \t]*\[[ \t]*/, "", table)
      sub(/[ \t]+$/, "", table)
      next
    }
    quotes == "" && depth == 0 && /^[ \t]*version[ \t]*=[ \t]*("[^"\\]*"|\047[^\047]*\047)[ \t]*(#.*)?$/ && !(table in found) {
      match($0, /["\047]/)
      split($0, parts, substr($0, RSTART, 1))
      found[table] = parts[2]
    }
    { pass_over($0) }
    # strings of several lines, and the lists and tables in a value
    function pass_over(line,  at, size, sign) {
      size = length(line)
      for (at = 1; at <= size; at++) {
        sign = substr(line, at, 1)
        if (quotes != "") {
          if (sign == "\\" && quotes ~ /"/) at++
          else if (substr(line, at, 3) == quotes) {
            for (at += 2; substr(line, at + 1, 1) == sign; at++);
            quotes = ""
          }
        } else if (sign == "#") return
        else if (sign == "\"" || sign == "\047") {
          if (substr(line, at, 3) == sign sign sign) { quotes = sign sign sign; at += 2 }
          else while (++at <= size && substr(line, at, 1) != sign) if (sign == "\"" && substr(line, at, 1) == "\\") at++
        } else if (sign == "[" || sign == "{") depth++
        else if ((sign == "]" || sign == "}") && depth) depth--
      }
    }
    END {
      count = split("package workspace.package project tool.poetry", tables, " ")
      for (i = 1; i <= count; i++) if (found[tables[i]] ~ /^[!-~]+$/) { print found[tables[i]]; exit }
    }'
}

SECONDS=0
conclude "$(check_versions)" || exit 1
