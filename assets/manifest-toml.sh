# TOML: a version alone on a line of its table, as every tool writes it. Written in another way it is none.

# awk: what must be called at the end of each line, for `is_open` to say whether the next one begins in a string of
# several lines, or in the lists and tables of a value.
toml='
  function is_open() { return quotes != "" || depth > 0 }
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
  function table_of(line) {
    if (!sub(/\][ \t]*(#.*)?$/, "", line)) line = "[?"
    sub(/^[ \t]*\[[ \t]*/, "", line)
    sub(/[ \t]+$/, "", line)
    return line
  }'

toml_places() {
  LC_ALL=C awk -v BINMODE=3 "$toml"'
    NR == 1 && sub(/^\357\273\277/, "") { next_base = 3 }
    { base = next_base; next_base += length($0) + 1; sub(/\r$/, "") }
    !is_open() && /^[ \t]*\[/ { table = table_of($0); next }
    !is_open() && /^[ \t]*version[ \t]*=[ \t]*("[^"\\]*"|\047[^\047]*\047)[ \t]*(#.*)?$/ && !(table in found) {
      match($0, /["\047]/)
      split($0, parts, substr($0, RSTART, 1))
      found[table] = parts[2]
      place[table] = base + RSTART " " length(parts[2])
    }
    { pass_over($0) }
    END {
      count = split("package workspace.package project tool.poetry", tables, " ")
      for (i = 1; i <= count; i++) if (found[tables[i]] ~ /^[!-~]+$/) { print place[tables[i]], found[tables[i]]; exit }
    }'
}
