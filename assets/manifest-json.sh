# JSON: `version` at the top, or under `package` as tauri.conf.json had it before Tauri 2; in a lock of npm at the top
# and in its package ''. Comments and trailing commas are let pass; a file that is no JSON otherwise has no version.
json_places() { # lock
  in_pieces -v lock="${1-}" '
    BEGIN {
      state = "value"
      holds["1/version"] = "top"
      holds["1/package"] = holds["2/package/version"] = "old"
      if (lock) holds["1/packages"] = holds["2/packages/"] = holds["3/packages//version"] = "root"
    }
    function conclude() {
      if (in_word) end_word()
      if (broken || comment == "/*" || state != "end") return
      if (lock) { if (has("top") && (!("root" in text) || has("root"))) { tell("top"); tell("root") } }
      else tell(has("top") ? "top" : "old")
    }
    function has(slot) { return slot in text && is_version(text[slot]) }
    function tell(slot) { if (has(slot)) print place[slot], text[slot] }
    function must_be(so) { if (!so) { broken = 1; exit } }
    function wants_value() { return state == "value" || state == "item" }
    function read_on(  sign, open) {
      if (quoted) { read_text(); return }
      if (comment) { skip_comment(); return }
      sign = substr(rest, 1, 1)
      if (!index("{}[]:,\"/", sign)) { read_word(); return }
      if (in_word) end_word()
      if (sign == "/") {
        must_be(rest ~ /^\/[\/*]/)
        comment = substr(rest, 1, 2)
        skip(2)
        return
      }
      skip(1)
      if (sign == "\"") {
        must_be(state == "key" || wants_value())
        quoted = 1
        from = here()
      } else if (sign == "{" || sign == "[") {
        must_be(wants_value())
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
    function read_word() {
      if (match(rest, /^[ \t\r\001]+/)) { if (in_word) end_word() }
      else {
        must_be(wants_value() && match(rest, /^[-+.0-9A-Za-z]+/) && RLENGTH + length(word) < 256)
        word = word substr(rest, 1, RLENGTH)
        in_word = 1
      }
      skip(RLENGTH)
    }
    function after_value() { state = depth ? "comma" : "end" }
    function end_word() {
      must_be(word ~ /^(true|false|null|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?)$/)
      in_word = 0
      word = ""
      after_value()
    }
    function skip_comment(  at) {
      at = comment == "//" ? match(rest, /[\r\001]/) : index(rest, "*/")
      if (at) { skip(at + (comment == "/*")); comment = "" }
      else rest = comment == "/*" && !ended ? substr(rest, length(rest)) : ""
    }
    # what is no visible ASCII character is as good as a space
    function read_text(  sign, size) {
      if (!match(rest, /["\\\001-\037]/)) { add(rest); rest = ""; return }
      if (RSTART > 1) { add(substr(rest, 1, RSTART - 1)); skip(RSTART - 1); return }
      sign = substr(rest, 1, 1)
      if (sign == "\"") { end_text(here() - from); return }
      size = rest ~ /^\\["\\\/bfnrt]/ ? 2 : rest ~ /^\\u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]/ ? 6 : 0
      must_be(size)
      sign = substr(rest, 2, 1)
      add(size == 6 ? character(substr(rest, 3, 4)) : sign ~ /[bfnrt]/ ? " " : sign)
      skip(size)
    }
    # the last one of a name counts
    function end_text(size,  slot) {
      skip(1)
      if (state == "key") key[depth] = word
      slot = slot_here()
      if (state == "key") {
        delete text[slot]
        state = "colon"
      } else {
        if (slot && key[depth] == "version") {
          text[slot] = word
          place[slot] = from " " size
        }
        after_value()
      }
      quoted = 0
      word = ""
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
    }'
}
