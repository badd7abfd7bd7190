# Problems are collected as records, a line each, and said once.
problem() { record error "$1" "$2"; }
warning() { record warning "$1" "$2"; }
notice() { record notice "$1" "$2"; }

record() { printf '%s\t%s\t%s\n' "$1" "$2" "$(one_line "$3")"; } # level title text

has_no_error() { [[ $'\n'$1 != *$'\nerror\t'* ]]; } # records

# Fails if a record is an error.
conclude() { # records
  local level title text
  {
    while IFS=$'\t' read -r level title text; do
      case $level in
        '') ;;
        notice) printf '::notice title=%s::%s\n' "$title" "${text//%/%25}" >&3 ;;
        *) announce "$level" "$title" "$text" >&3 && remark "$level" "$title" "$text" ;;
      esac
    done <<<"$(printf '%s\n' "$1" | awk '!said[$0]++')" | to_summary
  } 3>&1
  has_no_error "$1"
}
