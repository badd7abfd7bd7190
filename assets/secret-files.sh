# SIGNING_FILES: `variable secret key|base64 name` a line. The secret is written into a file, whose path the variable holds then.

write_secret_files() {
  local variable secret form name file
  while read -r variable secret form name; do
    [ -n "${!variable-}" ] || continue
    file="$signing/$name"
    if [ "$form" = key ]; then write_key; else write_base64; fi
    export "$variable=$(native_path "$file")"
  done <<<"${SIGNING_FILES-}"
}

# Many set the base64 of the key, as it is asked for elsewhere.
write_key() {
  local text=${!variable} kind='PRIVATE KEY'
  local begin="-----BEGIN $kind-----"
  [[ $text == "$begin"* ]] || text=$(decode "$variable" 2>/dev/null | tr -d '\0')
  text=${text//$'\r'/}
  text=${text%$'\n'}
  printf '%s\n' "$text" >"$file"
  openssl pkey -in "$file" -noout 2>/dev/null || text=''
  [[ $text == "$begin"* ]] || unready 'An API key is not a private key' \
    "Secret $secret is not the text of a .p8 file, which begins with $begin, nor its base64 (lost line breaks?). Set it again: gh secret set $secret --repo ${GITHUB_REPOSITORY-} <FILE."
}

write_base64() {
  decode "$variable" >"$file" 2>/dev/null || unready 'A secret is not base64' "Secret $secret must hold a file in base64, and does not. $(set_again "$secret")"
}

write_secret_files
