# Files that are read line by line; one of more than 4096 bytes is as good as empty. Each awk is told the bytes before a line by `base`, which a BOM and CR count in.
lines='
  NR == 1 && sub(/^\357\273\277/, "") { next_base = 3 }
  { base = next_base; next_base += length() + 1; sub(/\r$/, "") }
  length() > 4096 { sub(/.*/, "") }
  function remember(start, word) {
    count++
    place = word ~ /^[!-~]+$/ ? base + start - 1 " " length(word) " " word : ""
  }'

# The one line that is as declared, {version} apart.
line_places() {
  MANIFEST_LINE=$line LC_ALL=C awk -v BINMODE=3 '
    BEGIN {
      whole = ENVIRON["MANIFEST_LINE"]
      at = index(whole, "{version}")
      before = substr(whole, 1, at - 1)
      behind = substr(whole, at + 9)
    }'"$lines"'
    {
      match($0, /^[ \t]*/)
      start = RLENGTH + 1
      text = substr($0, start)
      sub(/[ \t]+$/, "", text)
      size = length(text) - length(before) - length(behind)
      if (size > 0 && substr(text, 1, length(before)) == before && substr(text, length(text) - length(behind) + 1) == behind &&
        substr(text, length(before) + 1, size) ~ /^[0-9A-Za-z.+_-]+$/) remember(start + length(before), substr(text, length(before) + 1, size))
    }
    END { if (count == 1 && place) print place }'
}

pubspec_places() {
  LC_ALL=C awk -v BINMODE=3 "$lines"'
    /^version[ \t]*:/ {
      if (match($0, /^version[ \t]*:[ \t]+("[^"\047\\ \t]+"|\047[^"\047 \t]+\047|[0-9A-Za-z][^ \t"\047]*)([ \t]+#.*|[ \t]*)$/)) {
        match($0, /:[ \t]+["\047]?/)
        start = RSTART + RLENGTH
        match(substr($0, start), /^[^ \t"\047]+/)
        remember(start, substr($0, start, RLENGTH))
      } else count = 9
    }
    END { if (count == 1 && place) print place }'
}

# The last one of a name counts; `versionName` where there is no `version`.
properties_places() {
  LC_ALL=C awk -v BINMODE=3 "$lines"'
    !goes_on && /^[ \t]*(version|versionName)[ \t]*[=:]/ {
      match($0, /^[ \t]*version(Name)?/)
      name = substr($0, 1, RLENGTH)
      sub(/^[ \t]+/, "", name)
      delete places[name]
      match($0, /[=:][ \t]*/)
      start = RSTART + RLENGTH
      if (match(substr($0, start), /^[^\\ \t]+[ \t]*$/)) {
        match(substr($0, start), /^[^ \t]+/)
        remember(start, substr($0, start, RLENGTH))
        if (place) places[name] = place
      }
    }
    { goes_on = /\\$/ }
    END { if ("version" in places) print places["version"]; else if ("versionName" in places) print places["versionName"] }'
}
