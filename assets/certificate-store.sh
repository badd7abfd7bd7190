# Imports certificates into the user's store of Windows, where a build finds them by their thumbprint.
# SIGNING_CERTIFICATES: `certificate its-secret password its-secret` a line; the former are variables.
stored=''

cat >"$signing/import.ps1" <<'END'
$env:PSModulePath = $PSHOME + '\Modules' # its own, whatever started this step
$ErrorActionPreference = 'Stop'
$certificates = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2Collection
try {
  $certificates.Import($env:SIGNING_PFX, $env:SIGNING_PASSWORD, 'UserKeySet, PersistKeySet')
} catch {
  $reason = $_.Exception.GetBaseException()
  [Console]::Out.WriteLine($reason.Message)
  exit $(if ($reason.HResult -eq -2147024810) { 2 } else { 3 }) # ERROR_INVALID_PASSWORD
}
if (-not ($certificates | Where-Object { $_.HasPrivateKey })) { exit 4 }
foreach ($certificate in $certificates) {
  $name = if ($certificate.HasPrivateKey) { 'My' } else { 'CA' }
  $store = New-Object System.Security.Cryptography.X509Certificates.X509Store($name, 'CurrentUser')
  $store.Open('ReadWrite')
  if (-not $store.Certificates.Contains($certificate)) {
    $store.Add($certificate)
    [Console]::Out.WriteLine("$name\$($certificate.Thumbprint)")
  }
  $store.Close()
}
END

cat >"$signing/remove.ps1" <<'END'
$env:PSModulePath = $PSHOME + '\Modules'
foreach ($certificate in $env:SIGNING_STORED.Trim() -split ' ') {
  if ($certificate -like 'My\*') { Remove-Item "Cert:\CurrentUser\$certificate" -DeleteKey } else { Remove-Item "Cert:\CurrentUser\$certificate" }
}
END

# A password that begins with a slash is no path of Git Bash, which would be written as Windows has it.
run_powershell() { # file
  MSYS2_ENV_CONV_EXCL=SIGNING_PASSWORD powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "$(native_path "$signing/$1")" >"$signing/said" 2>&1
}

import_certificates() {
  local certificate secret password password_secret
  while read -r certificate secret password password_secret; do
    [ -z "${!certificate-}" ] || import_certificate
    unset "$password" # the build has the store
  done <<<"${SIGNING_CERTIFICATES-}"
  [ -z "$stored" ] || undo+=(remove_certificates)
}

import_certificate() {
  decode "$certificate" >"$signing/given.pfx" 2>/dev/null || { unready 'A secret is not base64' "Secret $secret must hold a certificate in base64, and does not. $(set_again "$secret")" && return; }
  SIGNING_PFX=$(native_path "$signing/given.pfx") SIGNING_PASSWORD=${!password-} run_powershell import.ps1 </dev/null
  case $? in
    0) stored+=$(grep -aoE '^(My|CA)\\[0-9A-F]+' "$signing/said" | tr '\n' ' ') ;;
    2) unready 'A password does not fit its certificate' \
      "The password in secret $password_secret does not open the certificate in secret $secret. Set the one that was chosen when it was exported: gh secret set $password_secret --repo ${GITHUB_REPOSITORY-}." ;;
    4) unready 'A certificate cannot be imported' \
      "The certificate in secret $secret comes without its private key. Export both together, as a .pfx file. $(set_again "$secret")" ;;
    *) unready 'A certificate cannot be imported' "Windows did not take the certificate in secret $secret: $(said). It must be a .pfx file. $(set_again "$secret")" ;;
  esac
}

remove_certificates() { SIGNING_STORED=$stored run_powershell remove.ps1; }

import_certificates
