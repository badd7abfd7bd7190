# An optional secret that is not set arrives as an empty variable, which many tools take for a
# value: unset it, and set what the declaration wants in its place.
without_absent_secrets() {
  local variable assignment absent=' '
  for variable in ${OPTIONAL_SECRETS-}; do
    [ -n "${!variable-}" ] || { unset "$variable" && absent+="$variable "; }
  done
  while read -r variable assignment; do
    [[ $absent != *" $variable "* ]] || export "${assignment?}"
  done <<<"${ENV_WITHOUT-}"
  unset ENV_WITHOUT OPTIONAL_SECRETS
}
without_absent_secrets
