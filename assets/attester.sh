# Whether the repository can attest: GitHub keeps no attestations of a user's private one, and of an organization's only with Enterprise Cloud.
# ATTESTER: `visibility/owner-type`, as the event says it; an event that does not say it leaves that to the job that attests.

check_attester() {
  case $ATTESTER in
    private/User) problem 'A private repository cannot attest' \
      "$GITHUB_REPOSITORY is private and belongs to a user, and GitHub keeps no attestations of such a repository. Make it public, move it to an organization with GitHub Enterprise Cloud, or leave attest out of the declaration; then push the next tag, for a re-run is told what this run was." ;;
    private/*) warning 'Attestation needs GitHub Enterprise Cloud' \
      "$GITHUB_REPOSITORY is private, and GitHub keeps its attestations only if its organization has GitHub Enterprise Cloud, which a run cannot see. If it has not, the job attest will fail when all is built." ;;
  esac
}
