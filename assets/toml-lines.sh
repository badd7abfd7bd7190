# TOML by its lines, for what follows from a version.

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
