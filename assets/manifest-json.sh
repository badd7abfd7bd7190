# JSON: `version` at the top, or under `package` as tauri.conf.json had it before Tauri 2; in a lock of npm at the top
# and in its package ''. Comments and trailing commas are let pass; a file that is no JSON otherwise has no version.
json_places() { # lock
  { cat && echo; } | LC_ALL=C awk -v BINMODE=3 -v lock="${1-}" '
    BEGIN {
      RS = "," # a whole file may be one line, and each token costs a copy of what is left
      state = "value"
      holds["1/version"] = "top"
      holds["1/package"] = holds["2/package/version"] = "old"
      if (lock) holds["1/packages"] = holds["2/packages/"] = holds["3/packages//version"] = "root"
    }
    NR == 1 && sub(/^\357\273\277/, "") { taken = 3 }
    {
      rest = rest (NR > 1 ? "," : "") $0
      taken += length($0) + (NR > 1)
      waits = 0
      while (rest != "" && !waits) read_token()
    }
    END {
      if (broken || rest != "" || comment || state != "end") exit
      if (lock) { if (is_version("top") && (!("root" in text) || is_version("root"))) { tell("top"); tell("root") } }
      else tell(is_version("top") ? "top" : "old")
    }
    function is_version(slot) { return slot in text && text[slot] ~ /^[!-~]+$/ }
    function tell(slot) { if (is_version(slot)) print place[slot], text[slot] }
    function must_be(so) { if (!so) { broken = 1; exit } }
    function skip(size) { rest = substr(rest, size + 1) }
    function read_token(  sign, open) {
      if (comment) { skip_comment(); return }
      if (match(rest, /^[ \t\r\n]+/)) { skip(RLENGTH); return }
      sign = substr(rest, 1, 1)
      if (sign == "\"") {
        if (match(rest, /^"([^"\\\001-\037]|\\["\\\/bfnrt]|\\u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f])*"/)) take_string(RLENGTH)
        else { must_be(rest !~ /^"[^"]*[\001-\037]/); waits = 1 }
      } else if (sign == "/") begin_comment()
      else if (match(rest, /^[-+.0-9A-Za-z]+/)) {
        must_be(substr(rest, 1, RLENGTH) ~ /^(true|false|null|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?)$/)
        must_be(state == "value" || state == "item")
        skip(RLENGTH)
        after_value()
      } else {
        skip(1)
        if (sign == "{" || sign == "[") {
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
        } else {
          must_be(sign == "," && state == "comma")
          state = kind[depth] == "{" ? "key" : "item"
        }
      }
    }
    function after_value() { state = depth ? "comma" : "end" }
    function begin_comment() {
      must_be(rest ~ /^\/[\/*]/)
      comment = rest ~ /^\/\// ? "[\r\n]" : "[*]/"
      skip(2)
    }
    function skip_comment() {
      if (match(rest, comment)) { comment = ""; skip(RSTART + RLENGTH - 1) }
      else rest = ""
    }
    # the last one of a name counts
    function take_string(size,  word, slot) {
      must_be(state == "key" || state == "value" || state == "item")
      word = decoded(substr(rest, 2, size - 2))
      if (state == "key") key[depth] = word
      slot = slot_here()
      if (state == "key") {
        delete text[slot]
        state = "colon"
      } else {
        if (slot && key[depth] == "version") {
          text[slot] = word
          place[slot] = taken - length(rest) + 1 " " size - 2
        }
        after_value()
      }
      skip(size)
    }
    # what is told by the key that is read, or by a value of it
    function slot_here(  i, way) {
      if (depth > 3) return ""
      way = depth
      for (i = 1; i <= depth; i++) {
        if (kind[i] != "{") return ""
        way = way "/" key[i]
      }
      return way in holds ? holds[way] : ""
    }
    # what is no visible ASCII character is as good as a space
    function decoded(raw,  word, sign, code, i) {
      while (match(raw, /\\/)) {
        word = word substr(raw, 1, RSTART - 1)
        sign = substr(raw, RSTART + 1, 1)
        raw = substr(raw, RSTART + 2)
        if (sign == "u") {
          code = 0
          for (i = 1; i <= 4; i++) code = code * 16 + index("0123456789abcdef", tolower(substr(raw, i, 1))) - 1
          raw = substr(raw, 5)
          sign = code > 32 && code < 127 ? sprintf("%c", code) : " "
        } else if (sign ~ /[bfnrt]/) sign = " "
        word = word sign
      }
      return word raw
    }'
}
