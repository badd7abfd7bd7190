# A leg that the guard has left out of the rehearsal ends here, well: its other steps are skipped.
# UNREHEARSED: what is left out. LEG: this one, as job/platform.
case " $UNREHEARSED " in
  *" $LEG "*)
    say notice 'A leg is not rehearsed' "$LEG needs a secret that GitHub does not hand on here; the guard says which."
    echo 'rehearsed=false' >>"${GITHUB_OUTPUT:-/dev/stdout}"
    exit 0
    ;;
esac
