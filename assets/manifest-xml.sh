# MSBuild: <Version> of a <PropertyGroup>, in every one that has it, else <VersionPrefix>.
xml_places() {
  in_pieces '
    function conclude() { if (!broken && mode == "" && !depth) tell("Version") || tell("VersionPrefix") }
    function read_on() {
      if (mode == "") read_content()
      else if (mode == "name" || mode == "tag") read_tag()
      else pass_over()
    }
    function read_content() {
      if (!match(rest, /</)) { add(rest); rest = "" }
      else if (RSTART > 1) { add(substr(rest, 1, RSTART - 1)); skip(RSTART - 1) }
      else if (rest ~ /^<</) { add("<"); skip(1) }
      else if (rest == "<") rest = ""
      else begin_markup()
    }
    function begin_markup() {
      mode = rest ~ /^<!--/ ? "-->" : rest ~ /^<!\[CDATA\[/ ? "]]>" : rest ~ /^<[\/?!]/ ? ">" : "name"
      if (mode == "name" && rest !~ /^<[A-Za-z_]/) { broken = 1; exit }
      if (rest ~ /^<\//) end_tag(here() - from)
      from = 0
      word = ""
      skip(mode == "name" ? 1 : 2)
    }
    # as far as what it waits for
    function pass_over(  at) {
      at = index(rest, mode)
      if (!at) { rest = ended || length(mode) == 1 ? "" : substr(rest, length(rest) - 1); return }
      skip(at + length(mode) - 1)
      mode = mode == "\"" || mode == "\047" ? "tag" : ""
      last = ""
    }
    function read_tag(  sign) {
      if (mode == "name" && match(rest, /^[^ \t\r\001\/>"\047]+/)) { add(substr(rest, 1, RLENGTH)); skip(RLENGTH); return }
      if (mode == "name" && rest ~ /^["\047]/) add("\"")
      mode = "tag"
      if (!match(rest, /[>"\047]/)) { last = substr(rest, length(rest)); rest = ""; return }
      sign = substr(rest, RSTART, 1)
      if (RSTART > 1) last = substr(rest, RSTART - 1, 1)
      skip(RSTART)
      if (sign != ">") { mode = sign; return }
      mode = ""
      if (last != "/") { names[++depth] = word; from = here() }
      last = word = ""
    }
    function end_tag(size,  name) {
      name = names[depth]
      if (from && depth == 3 && names[1] == "Project" && names[2] == "PropertyGroup" && is_version(word)) {
        places[name, ++count[name]] = from " " size " " word (name == "VersionPrefix" ? " core" : "")
      }
      if (depth) depth--
    }
    function tell(name,  i) {
      for (i = 1; i <= count[name]; i++) print places[name, i]
      return count[name]
    }'
}
