import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Stand-ins for the tools that prove signatures, which answer in the words of the real ones. What is wrong
 * with a file stands in its name; images, packages and archives are all tar files. Each call is kept in `calls`.
 */
export function signingTools(directory: string, which: readonly (keyof typeof TOOLS)[] = Object.keys(TOOLS) as (keyof typeof TOOLS)[]): void {
  mkdirSync(directory, { recursive: true });
  for (const tool of which) {
    const file = join(directory, tool);
    writeFileSync(file, `#!/usr/bin/env bash\nprintf '%s\\n' "${tool} $*" >>"$CALLS"\nlast=\${!#}\n${TOOLS[tool]}`);
    chmodSync(file, 0o755);
  }
}

const TOOLS = {
  'codesign': `
    name=\${last##*/}
    case $1 in
      --display)
        signer='Acme Ltd (ABCDE12345)'
        case $name in *otherteam*) signer='Other Inc. (ZZZZZ99999)' ;; esac
        echo "Executable=/private/$last/Contents/MacOS/App" >&2
        echo "Identifier=com.acme.app" >&2
        echo "Format=app bundle with Mach-O universal (x86_64 arm64)" >&2
        case $name in
          *adhoc*) printf 'CodeDirectory v=20400 size=405 flags=0x20002(adhoc,linker-signed) hashes=9+0 location=embedded\\nSignature=adhoc\\nInfo.plist entries=30\\nTeamIdentifier=not set\\n' >&2 ;;
          *development*) printf 'Signature size=4796\\nAuthority=Apple Development: Jane Doe (QWERT67890)\\nAuthority=Apple Worldwide Developer Relations Certification Authority\\nAuthority=Apple Root CA\\nTeamIdentifier=ABCDE12345\\n' >&2 ;;
          *) printf 'CodeDirectory v=20500 size=760 flags=0x10000(runtime) hashes=13+7 location=embedded\\nSignature size=9046\\nAuthority=Developer ID Application: %s\\nAuthority=Developer ID Certification Authority\\nAuthority=Apple Root CA\\nTimestamp=25 Nov 2026 at 10:00:00\\nTeamIdentifier=ABCDE12345\\n' "$signer" >&2 ;;
        esac ;;
      --verify)
        case "$name $*" in
          *unsigned*) printf '%s: code object is not signed at all\\nIn architecture: arm64\\n' "$last" >&2; exit 1 ;;
          *tampered*) printf '%s: a sealed resource is missing or invalid\\nfile modified: %s/Contents/Resources/app.asar\\n' "$last" "$last" >&2; exit 1 ;;
        esac
        case "$name $*" in
          *development*'1.2.840.113635.100.6.1.13'* | *otherteam*'subject.OU] = "ABCDE12345"'*) echo 'test-requirement: code failed to satisfy specified code requirement(s)' >&2; exit 3 ;;
        esac
        printf '%s: valid on disk\\n%s: satisfies its Designated Requirement\\n' "$last" "$last" >&2 ;;
    esac
  `,
  'spctl': `
    if [[ $last == *slowgatekeeper* && $(grep -c '^spctl --assess' "$CALLS") -lt 3 ]]; then printf '%s: internal error in Code Signing subsystem\\n' "$last" >&2; exit 1; fi
    case "$1 \${last##*/}" in
      --status*) echo "assessments \${GATEKEEPER:-enabled}"; [ "\${GATEKEEPER:-enabled}" = enabled ]; exit ;;
      *unnotarized*) printf '%s: rejected\\nsource=Unnotarized Developer ID\\norigin=Developer ID Application: Acme Ltd (ABCDE12345)\\n' "$last" >&2; exit 3 ;;
      *barecover*) printf '%s: rejected\\nsource=no usable signature\\n' "$last" >&2; exit 3 ;;
      *olddeveloper*) printf '%s: accepted\\nsource=Developer ID\\n' "$last" >&2 ;;
      *) printf '%s: accepted\\nsource=Notarized Developer ID\\norigin=Developer ID Application: Acme Ltd (ABCDE12345)\\n' "$last" >&2 ;;
    esac
  `,
  'xcrun': `
    echo "Processing: $last"
    turn=$(grep -c '^xcrun stapler' "$CALLS")
    case \${last##*/} in
      *noxcode*) echo 'xcrun: error: unable to find utility "stapler", not a developer tool or in PATH' >&2; exit 72 ;;
      *slowstapler* | *nonetwork*)
        if [[ $last == *nonetwork* || $turn -lt 3 ]]; then printf 'error is Error Domain=kCFErrorDomainCFNetwork Code=310\\nThe validate action failed! Error 68.\\n'; exit 68; fi ;;
      *unstapled*) echo "\${last##*/} does not have a ticket stapled to it."; exit 65 ;;
      *) echo 'The validate action worked!' ;;
    esac
  `,
  'hdiutil': `
    case $1 in
      detach)
        shift; [ "$1" != -force ] || shift
        rm -rf "$1"/* ;;
      attach)
        read -r answer
        case "$last $answer" in *damaged*) echo 'hdiutil: attach failed - image not recognized' >&2; exit 1 ;; *Y) ;; *) exit 1 ;; esac
        if [[ $last == *busy* && ! -e $CALLS.busy ]]; then touch "$CALLS.busy"; echo 'hdiutil: attach failed - Resource busy' >&2; exit 1; fi
        while [ "$1" != -mountpoint ]; do shift; done
        tar -xzf "$last" -C "$2" && ln -s / "$2/Applications"
        printf '/dev/disk4s1\\tApple_HFS\\t%s\\n' "$2" ;;
    esac
  `,
  'sleep': '',
  'ditto': 'mkdir -p "$last" && tar -xzf "$3" -C "$last"\n',
  'pkgutil': `
    case $1 in
      --expand-full) mkdir "$last" && tar -xzf "$2" -C "$last" ;;
      --check-signature)
        echo "Package \\"\${last##*/}\\":"
        case \${last##*/} in
          *unsigned*) echo '   Status: no signature'; exit 1 ;;
          *selfmade*) printf '   Status: signed by untrusted certificate\\n   Certificate Chain:\\n    1. Developer ID Installer: Fake (ABCDE12345)\\n'; exit 1 ;;
          *otherteam*) printf '   Status: signed by a developer certificate issued by Apple for distribution\\n   Certificate Chain:\\n    1. Developer ID Installer: Other Inc. (ZZZZZ99999)\\n' ;;
          *appstore*) printf '   Status: signed by a developer certificate issued by Apple for distribution\\n   Certificate Chain:\\n    1. 3rd Party Mac Developer Installer: Acme Ltd (ABCDE12345)\\n' ;;
          *) printf '   Status: signed by a developer certificate issued by Apple for distribution\\n   Notarization: trusted by the Apple notary service\\n   Signed with a trusted timestamp on: 2026-11-25 10:00:00 +0000\\n   Certificate Chain:\\n    1. Developer ID Installer: Acme Ltd (ABCDE12345)\\n       Expires: 2031-01-01 00:00:00 +0000\\n    2. Developer ID Certification Authority\\n' ;;
        esac ;;
    esac
  `,
  'powershell.exe': `
    [ "$1 $2 $3" = '-NoProfile -NonInteractive -Command' ] && [[ $4 == *Get-AuthenticodeSignature* ]] || exit 64
    # it inherits the path of a newer PowerShell, whose modules it cannot load
    [[ $4 == "\\$env:PSModulePath = \\$PSHOME + '\\\\Modules'"* ]] || { echo "The 'Get-AuthenticodeSignature' command was found in the module 'Microsoft.PowerShell.Security', but the module could not be loaded." >&2; exit 1; }
    [ -z "\${POWERSHELL_FAILS-}" ] || { echo 'Get-AuthenticodeSignature : The module could not be loaded.' >&2; exit 1; }
    answer() { printf '%s\\037%s\\037%s\\037%s\\n' "$@"; }
    while IFS= read -r file; do
      case \${file##*/} in
        *unsigned*) answer NotSigned False '' "The file $file is not digitally signed. You cannot run this script on the current system." ;;
        *tampered*) answer HashMismatch True 'Acme, "The" Ltd' "The contents of file $file might have been changed by an unauthorized user or process, because the hash of the file does not match the hash stored in the digital signature." ;;
        *slowroot*)
          if [ "$(grep -c '^powershell' "$CALLS")" -lt 3 ]; then answer UnknownError True 'Acme, "The" Ltd' 'A certificate chain could not be built to a trusted root authority'; else answer Valid True 'Acme, "The" Ltd' 'Signature verified.'; fi ;;
        *untrusted*) answer UnknownError False 'Acme Ltd' 'A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider' ;;
        *revoked*) answer NotTrusted True 'Acme Ltd' 'A certificate was explicitly revoked by its issuer' ;;
        *noform*) answer NotSupportedFileFormat False '' 'The form specified for the subject is not one supported or known by the specified trust provider' ;;
        *other*) answer Valid True 'Other Inc.' 'Signature verified.' ;;
        *unstamped*) answer Valid False 'Acme, "The" Ltd' 'Signature verified.' ;;
        *) answer Valid True 'Acme, "The" Ltd' 'Signature verified.' ;;
      esac
    done <"$FILES_TO_PROVE"
  `,
} as const;
