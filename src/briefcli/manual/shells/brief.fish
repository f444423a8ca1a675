# Completion of brief for fish
function __brief_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in (brief __complete $words[2..-1] 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c brief -f -a '(__brief_complete)'
