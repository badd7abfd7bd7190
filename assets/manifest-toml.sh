# TOML: the first text that stands as version in [package], [workspace.package], [project] or [tool.poetry], however its key
# is written.
toml_places() { toml_texts package/version workspace/package/version project/version tool/poetry/version | sed -e '/ /!d' -e 's/^[^ ]* //' -e q; }

# A line `way offset length text` for each way that leads to a text, and `way` where it leads to what is none. A line that is no TOML is passed over.
toml_texts() { # ways
  in_pieces -v asked="$*" '
    BEGIN {
      state = "key"
      fresh = 1
      hex = "[0-9A-Fa-f]"
      count = split(asked, names, " ")
      for (i = 1; i <= count; i++) { ways[i] = names[i]; gsub("/", "\001", ways[i]); wanted["\001" ways[i]] = i }
    }
    function conclude(  i) {
      if (in_word) take_key()
      if (state == "after" && !depth) accept()
      for (i = 1; i <= count; i++) if (i in text) { if (is_version(text[i])) print names[i], place[i], text[i]; else if (text[i] == "") print names[i] }
    }
    function read_on(  sign) {
      if (quotes != "") { read_text(); return }
      if (in_word && rest !~ /^[0-9A-Za-z_-]/) take_key()
      if (passes) { pass_line(); return }
      if (match(rest, /^[ \t\r]+/)) { skip(RLENGTH); return }
      sign = substr(rest, 1, 1)
      if (sign == "\001") end_line()
      else if (sign == "#" && (state == "after" || state == "item" || (state == "key" && fresh))) passes = 1
      else if (state == "key") read_key(sign)
      else if (state == "dot") read_dot(sign)
      else if (state == "after") read_after(sign)
      else read_value(sign)
    }
    function pass_line() {
      if (match(rest, /\001/)) { skip(RSTART - 1); passes = 0 }
      else rest = ""
    }
    # what is wrong ends with its line
    function refuse() {
      if (header) table = "\002"
      passes = 1
      depth = header = pending = 0
      begin_entry()
    }
    function begin_entry() {
      state = "key"
      fresh = 1
      way = depth ? base[depth] : table
    }
    function end_line() {
      if (depth ? state == "key" && !fresh || state == "dot" || state == "value" : state != "after" && !(state == "key" && fresh && !header)) { refuse(); return }
      skip(1)
      if (!depth) { accept(); begin_entry() }
    }
    function read_key(sign) {
      if (sign == "\"" || sign == "\047") { quotes = sign; skip(1) }
      else if (match(rest, /^[0-9A-Za-z_-]+/)) { add(substr(rest, 1, RLENGTH)); in_word = 1; skip(RLENGTH) }
      else if (sign == "[" && fresh && !depth && !header) { header = rest ~ /^\[\[/ ? 2 : 1; way = ""; skip(header); return }
      else if (sign == "}" && fresh && depth) { close_value(); return }
      else { refuse(); return }
      fresh = 0
    }
    function take_key() {
      if (length(way) < 999) way = way "\001" word
      word = ""
      in_word = 0
      state = "dot"
    }
    function read_dot(sign) {
      if (sign == ".") state = "key"
      else if (sign == "=" && !header) { state = "value"; pending = way in wanted ? wanted[way] : 0; held = "" }
      else if (header && substr(rest, 1, header) == substr("]]", 1, header)) { end_header(); return }
      else { refuse(); return }
      skip(1)
    }
    # of a list of tables none is the one
    function end_header(  i) {
      skip(header)
      table = way
      for (i = 1; i <= count; i++) if (header == 2 && index("\001" ways[i], way "\001") == 1) lists[way]
      for (i in lists) if (index(way "\001", i "\001") == 1) table = "\002"
      header = 0
      state = "after"
    }
    function read_value(sign) {
      scalar = 0
      if (sign == "\"" || sign == "\047") {
        quotes = substr(rest, 1, 3) == sign sign sign ? sign sign sign : sign
        skip(length(quotes))
        from = here()
      } else if (sign == "[" || sign == "{") {
        kind[++depth] = sign
        pending = 0
        if (sign == "[") way = "\002"
        base[depth] = way
        if (sign == "{") begin_entry(); else state = "item"
        skip(1)
      } else if (sign == "]" && state == "item") close_value()
      else if (match(rest, /^[^][{},#"\047\001 \t\r]+/)) { scalar = 1; state = "after"; skip(RLENGTH) }
      else refuse()
    }
    function read_after(sign) {
      if (scalar && match(rest, /^[^][{},#"\047\001 \t\r]+/)) skip(RLENGTH)
      else if (depth && sign == ",") {
        accept()
        begin_entry()
        if (kind[depth] == "[") state = "item"
        skip(1)
      } else if (depth && sign == (kind[depth] == "[" ? "]" : "}")) { accept(); close_value() }
      else refuse()
    }
    function close_value() { depth--; scalar = 0; state = "after"; skip(1) }
    function accept() {
      if (pending && !(pending in text)) { text[pending] = held; place[pending] = from " " size }
      pending = 0
    }
    function read_text(  sign) {
      sign = substr(quotes, 1, 1)
      if (!match(rest, sign == "\"" ? "[\"\\\\\001]" : "[\047\001]")) { add(rest); rest = ""; return }
      if (RSTART > 1) { add(substr(rest, 1, RSTART - 1)); skip(RSTART - 1); return }
      if (substr(rest, 1, 1) == sign) { end_text(sign); return }
      if (rest ~ /^\\[^\001]/) { read_escape(); return }
      if (substr(rest, 1, 1) == "\\") { skip(1); return }
      if (length(quotes) == 3) { add(" "); skip(1); return }
      quotes = word = ""
      refuse()
    }
    function end_text(sign) {
      if (length(quotes) == 3) {
        if (substr(rest, 1, 3) != quotes) { skip(1); return }
        match(substr(rest, 1, 5), "^" sign "+")
        skip(RLENGTH)
        state = "after"
      } else if (state == "key") { skip(1); take_key() }
      else {
        if (pending) { held = word; size = here() - from }
        skip(1)
        state = "after"
      }
      quotes = word = ""
    }
    function read_escape(  digits) {
      digits = rest ~ ("^\\\\x" hex hex) ? 2 : rest ~ ("^\\\\u" hex hex hex hex) ? 4 : rest ~ ("^\\\\U" hex hex hex hex hex hex hex hex) ? 8 : 0
      add(digits ? character(substr(rest, 3, digits)) : rest ~ /^\\["\\]/ ? substr(rest, 2, 1) : " ")
      skip(2 + digits)
    }'
}
