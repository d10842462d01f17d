# Completion of mirage's command line in fish. What it offers, keys of the
# unikernel at hand included, mirage itself knows; files where it offers none.
function __mirage_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found (mirage complete -- $words[2..-1] 2>/dev/null)
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c mirage -f -a '(__mirage_complete)'
