# shellcheck shell=bash
# An optional secret that is not set arrives as an empty variable, which many tools take for a
# value: unset it, and set what the declaration wants in its place.
while read -r variable assignment; do
  if [ -n "$assignment" ] && [ -z "${!variable-}" ]; then
    export "${assignment?}"
  fi
done <<< "${ENV_WITHOUT-}"
for variable in ${OPTIONAL_SECRETS-}; do
  [ -n "${!variable-}" ] || unset "$variable"
done
unset ENV_WITHOUT OPTIONAL_SECRETS variable assignment
