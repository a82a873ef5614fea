using System.Text.RegularExpressions;

namespace Qingdan.Catalog.Import.Rows;

/// <summary>What the reading of cells recognises.</summary>
internal static partial class CellPatterns
{
    [GeneratedRegex(@"[^\S\n]*\n[^\S\n]*")]
    public static partial Regex Indents();

    [GeneratedRegex(@"^\d+(\.\d+)?[eE]\+?\d+$")]
    public static partial Regex Scientific();

    // 380120000J 【社會局】: the number is of a register that nobody else uses.
    [GeneratedRegex(@"^[0-9A-Z]{6,18}\s*【(?<name>[^】]{2,})】$")]
    public static partial Regex Numbered();

    [GeneratedRegex(@"\s+")]
    public static partial Regex Spaces();
}
