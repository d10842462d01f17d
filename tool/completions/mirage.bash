# Completion of mirage's command line in bash. What it offers, keys of the
# unikernel at hand included, mirage itself knows.
_mirage()
{
    local words=() word line last before

    # Bash takes --target=unix for three words.
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ $word == = || $last == = ]] && ((${#words[@]})); then
            words[-1]+=$word
        else
            words+=("$word")
        fi
        last=$word
    done

    COMPREPLY=()
    before=${words[-1]%"${COMP_WORDS[COMP_CWORD]#=}"}
    while IFS= read -r line; do
        line=${line%%$'\t'*}
        [[ $line == *= ]] && compopt -o nospace
        COMPREPLY+=("${line#"$before"}")
    done < <(mirage complete -- "${words[@]}" 2>/dev/null)
}
complete -o default -F _mirage mirage
