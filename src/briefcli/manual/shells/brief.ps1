# Completion of brief for PowerShell
Register-ArgumentCompleter -Native -CommandName brief -ScriptBlock {
    param($word, $ast, $cursor)
    $before = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.Extent.Text.Trim("'", '"') })
    $typed = "$word".Trim("'", '"')
    # Until 7.3 an empty word gets lost on its way to a program
    $last = if ($typed -eq '' -and $PSNativeCommandArgumentPassing -in $null, 'Legacy') { '""' } else { $typed }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()
        $lines = @(brief __complete @before $last 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
    }
    foreach ($line in $lines) {
        $value, $about = $line -split "`t", 2
        if ($value -eq ':files') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($typed)
            continue
        }
        $text = if ($value -match '[^\w.:/\\-]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        $tip = if ($about) { $about } else { $value }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $tip)
    }
}
