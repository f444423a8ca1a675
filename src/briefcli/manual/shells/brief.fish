# Completion of brief for fish
function __brief_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    # A quote that is still open cannot be taken away with its escapes
    set -l plain (string unescape -- "$typed"; or string replace -r '^[\'"]' '' -- "$typed")
    for line in (brief __complete $words[2..-1] "$plain" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c brief -f -a '(__brief_complete)'
