# Checks out submodules as actions/checkout does, each by the credential of its own. RECURSIVE, LFS: true or empty. DEPTH: commits, where not one; 0 is the whole history.
checkout_submodules() {
  local as_the_action=(git -c safe.directory="$PWD" -c url.https://github.com/.insteadOf=git@github.com:) recursive=() history=()
  [ -z "$RECURSIVE" ] || recursive=(--recursive)
  [ "${DEPTH:=1}" = 0 ] || history=("--depth=$DEPTH")
  export GIT_LFS_SKIP_SMUDGE=1 # where git-lfs is at work for all of the machine; it comes last, if it is wanted
  "${as_the_action[@]}" submodule sync --quiet ${recursive[@]+"${recursive[@]}"}
  "${as_the_action[@]}" submodule update --init --force ${history[@]+"${history[@]}"} ${recursive[@]+"${recursive[@]}"} || {
    echo "::error title=A submodule could not be checked out::git says why above. One that is private is read only if the declaration has it among its dependencies: Dependency.github('owner/name', { credential })."
    return 1
  }
  [ -z "$LFS" ] || "${as_the_action[@]}" submodule foreach --quiet ${recursive[@]+"${recursive[@]}"} 'git lfs install --local && git lfs pull'
}
checkout_submodules
