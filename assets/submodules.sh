# Checks out submodules as actions/checkout does, each by the credential of its own. RECURSIVE, LFS: true or empty. DEPTH: commits, where not one; 0 is the whole history.
checkout_submodules() {
  local as_the_action=(git -c safe.directory="$PWD" -c url.https://github.com/.insteadOf=git@github.com:) recursive=() history=()
  [ -z "$RECURSIVE" ] || recursive=(--recursive)
  [ "${DEPTH:=1}" = 0 ] || history=("--depth=$DEPTH")
  "${as_the_action[@]}" submodule sync --quiet ${recursive[@]+"${recursive[@]}"}
  "${as_the_action[@]}" submodule update --init --force ${history[@]+"${history[@]}"} ${recursive[@]+"${recursive[@]}"}
  # git-lfs asks for the password of a path only if it is told to
  [ -z "$LFS" ] || "${as_the_action[@]}" -c credential.https://github.com.useHttpPath=true submodule foreach --quiet \
    ${recursive[@]+"${recursive[@]}"} 'git lfs install --local && git lfs pull'
}
checkout_submodules
