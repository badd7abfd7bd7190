# Signatures of updates (minisign), as Tauri makes them: that there are some, by the key that the app will ask for.
# Versions of Tauri differ in what they sign; which bundles updates need, and that signatures fit them, is proven
# when the files of all platforms are put together.

minisign_kinds() { echo 'AppImage, app.tar.gz, -setup.exe, msi, deb and rpm'; }

minisign_tools() { echo base64 od; }

minisign_subject() { # file
  case $1 in
    *.AppImage | *.app.tar.gz | *-setup.exe | *.msi | *.deb | *.rpm | *.AppImage.tar.gz | *.nsis.zip | *.msi.zip) printf '%s\n' "$1" ;;
  esac
}

prove_minisign() {
  local file config wanted='' id found=false
  config=$(field config)
  [ -z "$config" ] || read_public_key || return
  while IFS= read -r -u 4 file; do
    [ -s "$(at "$file").sig" ] || continue
    found=true
    id=$(head -c 10000 <"$(at "$file").sig" | key_id)
    if [ -z "$id" ]; then
      refuse 'A signature is not valid' "$file.sig holds no signature of minisign in base64. Let nothing but Tauri write it."
    elif [ -n "$wanted" ] && [ "$id" != "$wanted" ]; then
      refuse 'A signature is of somebody else' "$file is signed by the key $id. Expected is $wanted, of which the public half stands in $config: no app that has it would take the update. Store the private key that belongs to it in TAURI_SIGNING_PRIVATE_KEY."
    else
      proven "$file" "the key $id" ''
    fi
  done 4<<<"$subjects"
  $found || refuse 'A file is not signed' "${subjects%%$'\n'*} has no ${subjects%%$'\n'*}.sig beside it, nor has any other, and no app would take it for an update. Tauri signs where bundle.createUpdaterArtifacts is true and TAURI_SIGNING_PRIVATE_KEY is set: see the log of the build."
}

# In JSON, JSON5 or TOML. To wanted.
read_public_key() {
  local key
  key=$(tr '\r\n' '  ' <"$(at "$config")" 2>/dev/null | grep -oE '"?pubkey"? *[:=] *"[^"]*"' | head -n 1)
  key=${key%\"}
  wanted=$(printf '%s' "${key##*\"}" | key_id)
  [ -n "$wanted" ] || refuse 'A public key could not be read' "$config has no plugins.updater.pubkey that is a public key of minisign in base64, as 'tauri signer generate' prints it. Put it there, or correct the config of the signing."
  [ -n "$wanted" ]
}

# The id in a key or a signature, as minisign shows it; nothing where it is neither. It stands in the
# second line of the text, behind two bytes for the algorithm, the lowest of eight first.
key_id() { # base64, from standard input
  local bytes i id=''
  bytes=$(tr -d ' \r\n' | base64 --decode 2>/dev/null | sed -n 2p | tr -d ' \r\n' | base64 --decode 2>/dev/null | od -An -v -tx1 -N 10 | tr -d ' \n')
  [[ $bytes =~ ^45[46]4[0-9a-f]{16}$ ]] || return 1
  for i in 18 16 14 12 10 8 6 4; do id+=${bytes:i:2}; done
  printf '%s' "$id" | tr 'a-f' 'A-F'
}
