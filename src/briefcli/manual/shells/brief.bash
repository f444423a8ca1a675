# Completion of brief for bash
_brief() {
    local IFS=$'\n' line value word typed quote='' head='' joined='' last=-1
    local -a words=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        # Bash parts words at = and : too
        if [[ $last -ge 0 && ( $joined || $word == [=:]* ) ]]; then
            words[last]+=$word
        else
            words[++last]=$word
        fi
        [[ $word == *[=:] ]] && joined=1 || joined=''
    done
    typed=${words[last]}
    if [[ $typed == [\'\"]* ]]; then
        quote=${typed:0:1}
    else
        typed=${typed//\\/}
        head=${typed%"${typed##*[=:]}"}
    fi
    words=("${words[@]//\\/}")
    words=("${words[@]#[\'\"]}")
    words=("${words[@]%[\'\"]}")
    COMPREPLY=()
    while IFS= read -r line; do
        value=${line%%$'\t'*}
        if [[ $value == :files ]]; then
            compopt -o filenames 2>/dev/null
            COMPREPLY+=($(compgen -f -- "${words[last]}"))
        elif [[ $quote ]]; then
            COMPREPLY+=("$value")
        else
            printf -v value '%q' "${value#"$head"}"
            COMPREPLY+=("${value//\\,/,}")
        fi
    done < <(brief __complete "${words[@]}" 2>/dev/null)
}
complete -F _brief brief
