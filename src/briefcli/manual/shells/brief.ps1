# Completion of brief for PowerShell
Register-ArgumentCompleter -Native -CommandName brief -ScriptBlock {
    param($word, $ast, $cursor)
    $words = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor -or $_.Extent.Text -ne $word } | ForEach-Object { $_.Extent.Text.Trim("'", '"') })
    brief __complete @words "$word" 2>$null | ForEach-Object {
        $value, $about = $_ -split "`t", 2
        if ($value -eq ':files') {
            Get-ChildItem -Path "$word*" | ForEach-Object { [System.Management.Automation.CompletionResult]::new((Resolve-Path -Relative $_.FullName)) }
        } else {
            $typed = if ($value -match '\s') { "'" + $value.Replace("'", "''") + "'" } else { $value }
            $tip = if ($about) { $about } else { $value }
            [System.Management.Automation.CompletionResult]::new($typed, $value, 'ParameterValue', $tip)
        }
    }
}
