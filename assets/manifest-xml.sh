# MSBuild: <Version> of a <PropertyGroup>, in every one that has it, else <VersionPrefix>.
xml_places() {
  LC_ALL=C awk -v BINMODE=3 '
    { text = text $0 "\n" }
    END {
      whole = length(text)
      while (match(text, /<[^<]/)) {
        content = substr(text, 1, RSTART - 1)
        skip(RSTART - 1)
        if (substr(text, 1, 4) == "<!--") past("-->")
        else if (substr(text, 1, 9) == "<![CDATA[") past("]]>")
        else if (match(text, /^<[?!]/)) past(">")
        else if (substr(text, 2, 1) == "/") { end_tag(); past(">") }
        else begin_tag()
      }
      if (path == "") tell("Version") || tell("VersionPrefix")
    }
    function skip(size) { text = substr(text, size + 1) }
    function past(mark,  at) {
      at = index(text, mark)
      skip(at ? at + length(mark) - 1 : length(text))
      from = 0
    }
    function begin_tag(  tag) {
      if (!match(text, /^<[A-Za-z_][^>"\047]*("[^"]*"[^>"\047]*|\047[^\047]*\047[^>"\047]*)*>/)) { path = "?"; skip(length(text)); return }
      tag = substr(text, 1, RLENGTH)
      skip(RLENGTH)
      from = 0
      if (tag ~ /\/>$/) return
      match(tag, /^<[^ \t\r\n\/>]+/)
      path = path "/" substr(tag, 2, RLENGTH - 1)
      from = whole - length(text)
    }
    function end_tag(  name) {
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
