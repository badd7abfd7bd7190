# MSBuild: <Version> of a <PropertyGroup>, in every one that has it, else <VersionPrefix>.
xml_places() {
  LC_ALL=C awk -v BINMODE=3 '
    { text = text $0 "\n"; taken += length($0) + 1; read_markup() }
    END { if (path == "" && text !~ /<[^<]/) tell("Version") || tell("VersionPrefix") }
    # as far as its end has been read
    function read_markup(  content, markup, size) {
      while (match(text, /<[^<]/)) {
        content = substr(text, 1, RSTART - 1)
        markup = substr(text, RSTART)
        size = size_of(markup)
        if (!size) return
        text = substr(markup, size + 1)
        if (markup ~ /^<\//) end_tag(content)
        from = 0
        if (markup ~ /^<[^\/?!]/ && substr(markup, size - 1, 1) != "/") begin_tag(markup)
      }
    }
    function size_of(markup,  mark, at) {
      if (markup ~ /^<[^\/?!]/) return match(markup, /^<[A-Za-z_][^>"\047]*("[^"]*"[^>"\047]*|\047[^\047]*\047[^>"\047]*)*>/) ? RLENGTH : 0
      mark = markup ~ /^<!--/ ? "-->" : markup ~ /^<!\[CDATA\[/ ? "]]>" : ">"
      at = index(markup, mark)
      return at ? at + length(mark) - 1 : 0
    }
    function begin_tag(markup) {
      match(markup, /^<[^ \t\r\n\/>]+/)
      path = path "/" substr(markup, 2, RLENGTH - 1)
      from = taken - length(text)
    }
    function end_tag(content,  name) {
      name = path
      sub(/.*\//, "", name)
      if (from && path == "/Project/PropertyGroup/" name && content ~ /^[!-~]+$/) {
        places[name, ++count[name]] = from " " length(content) " " content (name == "VersionPrefix" ? " core" : "")
      }
      sub(/\/[^\/]*$/, "", path)
    }
    function tell(name,  i) {
      for (i = 1; i <= count[name]; i++) print places[name, i]
      return count[name]
    }'
}
