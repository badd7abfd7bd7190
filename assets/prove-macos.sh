# Apple's signatures, and that what is signed is notarized.

# Issued by Apple to a developer outside of the App Store, as Gatekeeper demands.
DEVELOPER_ID='anchor apple generic and certificate 1[field.1.2.840.113635.100.6.2.6] exists and certificate leaf[field.1.2.840.113635.100.6.1.13] exists'

opened=0 images=()

macos_kinds() { echo 'disk images, packages, archives with an app, and apps'; }

macos_tools() {
  echo codesign
  [ -z "$(field notarized)" ] || echo spctl xcrun
}

macos_subject() { # file
  case $1 in
    *.app/*) printf '%s.app\n' "${1%%.app/*}" ;;
    *.dmg | *.pkg | *.zip | *.app.tar.gz) printf '%s\n' "$1" ;;
  esac
}

prove_macos() {
  local file signer notarized stapled_images gatekeeper
  signer=$(field signer) notarized=$(field notarized) stapled_images=$(field stapled-images)
  gatekeeper=$notarized
  if [ -n "$notarized" ] && [[ $(spctl --status 2>&1) != *'assessments enabled'* ]]; then
    gatekeeper=''
    say notice 'Gatekeeper is switched off' "On the machine of $PLATFORM it accepts anything, so that it is not asked. Apple's tickets in the files prove that they are notarized."
  fi
  while IFS= read -r -u 4 file; do
    prove_macos_file "$(at "$file")" "$file"
  done 4<<<"$subjects"
}

prove_macos_file() { # path shown
  case $1 in
    *.app) prove_app "$1" "$2" ;;
    *.dmg) prove_image "$1" "$2" && prove_content "$1" "$2" "$stapled_images" ;;
    *.pkg) prove_package "$1" "$2" && prove_content "$1" "$2" "$stapled_images" ;;
    *) prove_content "$1" "$2" '' ;;
  esac
}

# What lies in an image, a package or an archive. Links lead out of it, and are not followed. What
# has a ticket was looked at by Apple with all that is in it, which has none of its own then.
prove_content() { # path shown has-ticket
  local said inner found='' inside covered=${3:-${covered-}}
  opened=$((opened + 1)) inside=$work/$opened
  said=$(open_file "$1" "$inside" 2>&1) || {
    refuse 'A file could not be opened' "$2: what is in it cannot be looked at. The tool said: $(quoted "$said"). See whether the build left a whole file."
    return
  }
  [[ $1 != *.dmg ]] || images+=("$inside")
  while IFS= read -r -u 5 inner; do
    [ -n "$inner" ] || continue
    found=true
    prove_macos_file "$inner" "$2: ${inner#"$inside/"}"
  done 5<<<"$(find "$inside" \( -name '*.app' -type d -prune -o -name '*.pkg' -type f \) -print 2>/dev/null | sort)"
  [[ $1 != *.dmg || -n $found$covered ]] || refuse 'There is nothing to prove a signature of' "$2 holds neither an app nor a package. See what the build puts into it."
  [[ $1 != *.dmg ]] || close_images
}

open_file() { # path directory
  case $1 in
    # one with a licence asks whether it is accepted
    *.dmg) mkdir "$2" && attach "$1" "$2" ;;
    *.pkg) pkgutil --expand-full "$1" "$2" ;;
    *.zip) ditto -x -k "$1" "$2" ;;
    # in the C locale it refuses names that are not ASCII
    *) mkdir "$2" && env LC_ALL=en_US.UTF-8 tar -xzf "$1" -C "$2" ;;
  esac
}

# What looks through each new file keeps it busy for a moment.
attach() { # image directory
  local try said
  for try in 1 2 3; do
    said=$(PAGER='cat' hdiutil attach -readonly -nobrowse -noautoopen -mountpoint "$2" "$1" 2>&1 <<<Y) && return
    [ "$try" = 3 ] || sleep 5
  done
  printf '%s' "$said"
  return 1
}

close_images() {
  local mounted
  for mounted in ${images[@]+"${images[@]}"}; do
    hdiutil detach "$mounted" >/dev/null 2>&1 || hdiutil detach -force "$mounted" >/dev/null 2>&1
  done
  images=()
}

prove_app() { # path shown
  local said by
  said=$(codesign --verify --deep --strict --verbose=2 "$1" 2>&1) || {
    case $said in
      *'code object is not signed at all'*) refuse 'A file is not signed' "$2, or something in it, is not signed. codesign said: $(quoted "$said"). $(why_unsigned)" ;;
      *) refuse 'A signature is not valid' "$2: codesign does not accept its signature, and neither will macOS. It said: $(quoted "$said"). Sign last: what is changed in an app afterwards breaks its signature." ;;
    esac
    return 1
  }
  said=$(codesign --display --verbose=4 "$1" 2>&1)
  if has_line 'Signature=adhoc'; then
    refuse 'A file is not signed' "$2 is signed ad hoc, by nobody: it runs nowhere but on the machine that built it. $(why_unsigned)"
    return 1
  fi
  by=$(printf '%s\n' "$said" | sed -n 's/^Authority=//p' | head -n 1)
  is_signed_by "$1" "$2" "${by:-nobody that codesign names}" || return
  [ -z "$notarized" ] || is_notarized execute "$1" "$2" || return
  proven "$2" "$by" "${notarized:+notarized}"
}

has_line() { [[ $'\n'$said$'\n' == *$'\n'$1$'\n'* ]]; } # line

# The requirement is what counts: a name in a certificate can be anything.
is_signed_by() { # path shown by-whom
  local said
  said=$(codesign --verify --test-requirement="=$DEVELOPER_ID" "$1" 2>&1) || {
    refuse 'A signature is of somebody else' "$2 is signed by $3. Expected is a certificate of the kind Developer ID Application that Apple has issued. codesign said: $(quoted "$said"). Store such a certificate in the secrets of $signing."
    return 1
  }
  [ -n "$signer" ] || return 0
  said=$(codesign --verify --test-requirement="=$DEVELOPER_ID and certificate leaf[subject.OU] = \"${signer//[^0-9A-Za-z]/}\"" "$1" 2>&1) || {
    refuse 'A signature is of somebody else' "$2 is signed by $3. Expected is the team $signer. Store its certificate in the secrets of $signing, or correct the team in the declaration."
    return 1
  }
}

prove_image() { # path shown
  [ -n "$stapled_images" ] || return 0
  is_notarized open "$1" "$2" && proven "$2" '' 'notarized'
}

prove_package() { # path shown
  local said by
  said=$(pkgutil --check-signature "$1" 2>&1)
  by=$(printf '%s\n' "$said" | sed -n 's/^ *1\. //p' | head -n 1)
  case $said in
    *'Status: no signature'*) refuse 'A file is not signed' "$2 is not signed. pkgutil said: $(quoted "$said"). $(why_unsigned)" ;;
    *'Status: signed by a developer certificate issued by Apple for distribution'*)
      if [[ $by != 'Developer ID Installer: '* || -n $signer && $by != *"($signer)" ]]; then
        refuse 'A signature is of somebody else' "$2 is signed by $by. Expected is Developer ID Installer${signer:+ of the team $signer}. Store such a certificate in the secrets of $signing, or correct the team in the declaration."
      elif [ -z "$notarized" ] || is_notarized install "$1" "$2"; then
        proven "$2" "$by" "${notarized:+notarized}"
        return
      fi
      ;;
    *) refuse 'A signature is not valid' "$2: pkgutil does not accept its signature. It said: $(quoted "$said"). Sign last, with a certificate of the kind Developer ID Installer." ;;
  esac
  return 1
}

# A package that nobody staples is known to Gatekeeper alone.
is_notarized() { # type path shown
  [ -n "${covered-}" ] || { { [[ $1 == install && -z $stapled_images && -n $gatekeeper ]] || has_ticket "$2" "$3"; } && is_accepted "$1" "$2" "$3"; }
}

# Both ask Apple, and the network fails now and then: only a verdict ends it. To said.
patiently() { # verdict command
  local verdict=$1 wait
  shift
  for wait in 5 20 60 ''; do
    said=$("$@" 2>&1) && return
    if [ -z "$wait" ] || [[ $said =~ $verdict ]]; then return 1; fi
    sleep "$wait"
  done
}

has_ticket() { # path shown
  local said
  patiently 'not have a ticket|unable to find utility' xcrun stapler validate "$1" && return
  if [[ $said == *'unable to find utility'* ]]; then
    refuse 'A tool to prove signatures is missing' "$PLATFORM has no stapler, which comes with Xcode. xcrun said: $(quoted "$said"). Install Xcode on this machine."
  else
    refuse 'A file is not notarized' "$2 has no ticket of Apple's notary with it. stapler said: $(quoted "$said"). See the log of the build for what the notary said; a build that finds no secrets for it skips it in silence."
  fi
  return 1
}

is_accepted() { # type path shown
  local said type=(--type "$1")
  [ -n "$gatekeeper" ] || return 0
  [ "$1" != open ] || type+=(--context context:primary-signature)
  patiently ': rejected' spctl --assess "${type[@]}" --verbose=4 "$2" && has_line 'source=Notarized Developer ID' && return
  # a disk image needs no signature of its own: its ticket speaks for it
  [[ $1 != open ]] || ! has_line 'source=no usable signature' || return 0
  refuse 'A file is not notarized' "Gatekeeper would not open $3. spctl said: $(quoted "$said"). Expected is source=Notarized Developer ID. See the log of the build for what the notary said."
  return 1
}
