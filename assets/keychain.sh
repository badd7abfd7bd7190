# Imports certificates into a keychain of their own, the first that is searched for an identity.
# SIGNING_CERTIFICATES: `certificate its-secret password its-secret` a line; the former are variables.
# Every process sees arguments: only the password of the keychain, which is made here, is one.
keychain="$signing/signing.keychain-db" keychains=()
keychain_password=$(/usr/bin/openssl rand -hex 24)

import_certificates() {
  local certificate secret password password_secret
  while read -r certificate secret password password_secret; do
    [ -n "${!certificate-}" ] || continue
    [ -e "$keychain" ] || make_keychain || { report_keychain; return; }
    import_certificate
    unset "$password" # the build has the keychain
  done <<<"${SIGNING_CERTIFICATES-}"
  # without the partition list, codesign asks on a screen that nobody sees
  [ ! -e "$keychain" ] || ! $is_ready || {
    to_keychain set-key-partition-list -S apple-tool:,apple:,codesign: -s -k "$keychain_password" "$keychain" &&
      to_keychain list-keychains -d user -s "$keychain" "${keychains[@]}"
  } || report_keychain
}

make_keychain() {
  local line
  while IFS= read -r line; do
    [ -z "$line" ] || keychains+=("$line")
  done <<<"$(security list-keychains -d user | sed -e 's/^ *"//' -e 's/" *$//')"
  undo+=(remove_keychain)
  to_keychain create-keychain -p "$keychain_password" "$keychain" &&
    to_keychain set-keychain-settings "$keychain" && # it locks itself never
    to_keychain unlock-keychain -p "$keychain_password" "$keychain"
}

remove_keychain() {
  to_keychain delete-keychain "$keychain"
  to_keychain list-keychains -d user -s "${keychains[@]}"
}

to_keychain() { security "$@" >"$signing/said" 2>&1; }

report_keychain() { unready 'A certificate cannot be imported' "No keychain could be made for the certificates: $(said)."; }

import_certificate() {
  local pem keys i
  decode "$certificate" >"$signing/given.p12" 2>/dev/null || { unready 'A secret is not base64' "Secret $secret must hold a certificate in base64, and does not. $(set_again "$secret")" && return; }
  pem=$(decrypt 2>"$signing/said") || { report_encrypted && return; }
  keys=$(grep -c -e '-BEGIN .*PRIVATE KEY-' <<<"$pem")
  [ "$keys" -gt 0 ] || unready 'A certificate cannot be imported' \
    "The certificate in secret $secret comes without its private key. Export both together, as a .p12 file. $(set_again "$secret")"
  for ((i = 1; i <= keys; i++)); do
    identity "$i" | import_identity || unready 'A certificate cannot be imported' "The certificate in secret $secret could be read, but the keychain did not take it: $(said)."
  done
}

# OpenSSL reads what is old only when told so; LibreSSL, which macOS has, always does.
decrypt() {
  local legacy=''
  [[ $(/usr/bin/openssl pkcs12 -help 2>&1) != *-legacy* ]] || legacy=-legacy
  /usr/bin/openssl pkcs12 -in "$signing/given.p12" -passin "env:$password" -nodes ${legacy:+"$legacy"}
}

report_encrypted() {
  if grep -q 'invalid password' "$signing/said"; then
    unready 'A password does not fit its certificate' \
      "The password in secret $password_secret does not open the certificate in secret $secret. Set the one that was chosen when it was exported: gh secret set $password_secret --repo ${GITHUB_REPOSITORY-}."
  else
    unready 'A certificate cannot be imported' "Secret $secret holds no certificate with its key (PKCS 12, a .p12 file). $(set_again "$secret")"
  fi
}

# One private key of several, and all certificates behind it, for they are read in this order.
identity() { # number
  printf '%s\n' "$pem" | awk -v wanted="$1" '
    /-BEGIN / { of = /PRIVATE KEY-/ ? ++keys : "certificate" }
    of == wanted
    of == "certificate" { certificates = certificates $0 "\n" }
    /-END / { of = "" }
    END { printf "%s", certificates }'
}

# Encrypted in the way that every `security` reads: it does not know what OpenSSL 3 makes by default.
import_identity() {
  NEW_PASSWORD=$keychain_password /usr/bin/openssl pkcs12 -export -out "$signing/new.p12" -passout env:NEW_PASSWORD \
    -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1 2>"$signing/said" &&
    to_keychain import "$signing/new.p12" -k "$keychain" -f pkcs12 -P "$keychain_password" \
      -T /usr/bin/codesign -T /usr/bin/pkgbuild -T /usr/bin/productbuild -T /usr/bin/productsign -T /usr/bin/security
}

import_certificates
