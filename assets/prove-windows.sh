# Signatures of Windows (Authenticode).

# Answers each path with a line: the status, whether there is a time stamp, who has signed, and what Windows says
# of it, with unit separators between. No double quotes: they would not survive the way to PowerShell. It finds
# its own modules, whatever started this step: on GitHub's machines the path leads to those of a newer one.
read -r -d '' AUTHENTICODE <<'POWERSHELL'
$env:PSModulePath = $PSHOME + '\Modules'
$to = [IO.StreamWriter]::new([Console]::OpenStandardOutput(), [Text.UTF8Encoding]::new($false))
$to.NewLine = [string][char]10
foreach ($path in [IO.File]::ReadAllLines($env:FILES_TO_PROVE)) {
  $found = Get-AuthenticodeSignature -LiteralPath $path
  $by = $found.SignerCertificate
  $name = if ($by) { $by.GetNameInfo([Security.Cryptography.X509Certificates.X509NameType]::SimpleName, $false) }
  $fields = foreach ($field in @($found.Status, [bool]$found.TimeStamperCertificate, $name, $found.StatusMessage)) {
    -join (([string]$field).ToCharArray() | Where-Object { -not [char]::IsControl($_) })
  }
  $to.WriteLine($fields -join [char]31)
}
$to.Flush()
POWERSHELL

windows_kinds() { echo 'exe, msi, msix and appx'; }

windows_tools() { echo powershell.exe; }

windows_subject() { # file
  case $1 in
    *.exe | *.msi | *.msix | *.appx | *.msixbundle | *.appxbundle) printf '%s\n' "$1" ;;
  esac
}

prove_windows() {
  local file status stamped by why answers signer errors=$work/errors wait
  signer=$(field signer)
  printf '%s\n' "$subjects" >"$work/files"
  # Windows fetches a root that it knows when it meets it first, and the network fails now and then
  for wait in 10 30 ''; do
    answers=$(FILES_TO_PROVE=$work/files powershell.exe -NoProfile -NonInteractive -Command "$AUTHENTICODE" 2>"$errors" </dev/null)
    if [ -z "$wait" ] || [[ $answers != *UnknownError* && -n $answers ]]; then break; fi
    sleep "$wait"
  done
  while IFS= read -r -u 4 file; do
    status='' stamped='' by='' why=''
    IFS=$'\037' read -r -u 5 status stamped by why
    prove_signed_file
  done 4<<<"$subjects" 5<<<"$answers"
}

prove_signed_file() {
  case $status in
    Valid)
      if [ -n "$signer" ] && [ "$by" != "$signer" ]; then
        refuse 'A signature is of somebody else' "$file is signed by $by. Expected is $signer, the common name in the certificate. Store that certificate in the secrets of $signing, or correct the publisher in the declaration."
        return
      fi
      [ "$stamped" = True ] || say warning 'A signature has no time stamp' "$file: its signature ends with the certificate of $by. Let the tool that signs ask a time stamping server."
      proven "$file" "$by" ''
      ;;
    NotSigned) refuse 'A file is not signed' "$file is not signed. $(why_unsigned)" ;;
    HashMismatch) refuse 'A signature is not valid' "$file was changed after it was signed${by:+ by $by}. Windows said: $(quoted "$why"). Sign last." ;;
    NotTrusted | UnknownError) refuse 'A signature is not valid' "$file is signed${by:+ by $by}, and Windows does not trust it. It said: $(quoted "$why"). Use a certificate that was issued by an authority which Windows knows, and that has not ended." ;;
    NotSupportedFileFormat | Incompatible) refuse 'A signature is not valid' "$file is in no form that Windows knows signatures of. It said: $(quoted "$why"). See whether the build left a whole file." ;;
    *) refuse 'A tool to prove signatures is missing' "PowerShell did not say whether $file is signed. It said: $(quoted "$status$(cat "$errors")"). Run the platform again, on a machine with Windows PowerShell." ;;
  esac
}
