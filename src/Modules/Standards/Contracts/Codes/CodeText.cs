using System.Text.RegularExpressions;
using Qingdan.Platform.Results;

namespace Qingdan.Standards.Contracts.Codes;

/// <summary>What every code goes through before its own rule: full-width signs and spaces made plain, and the damage that spreadsheets do.</summary>
internal static partial class CodeText
{
    private const int FullWidthOffset = 'Ａ' - 'A';

    /// <summary>Half-width, upper case, without spaces and invisible characters; any dash is a hyphen.</summary>
    public static string Plain(string? text)
    {
        var plain = new System.Text.StringBuilder(text?.Length ?? 0);
        foreach (var c in text ?? "")
            if (c is '–' or '—' or '‐' or '−') plain.Append('-');
            else if (c is >= '！' and <= '～') plain.Append(char.ToUpperInvariant((char)(c - FullWidthOffset)));
            else if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u200B' or '\uFEFF' or '\'')) plain.Append(char.ToUpperInvariant(c));
        return plain.ToString();
    }

    /// <summary>The faults that all codes share: nothing written, digits lost, wrong length, zeros only. Null when none.</summary>
    /// <param name="plain">From <see cref="Plain"/>.</param>
    /// <param name="length">Characters the code has.</param>
    /// <param name="name">The code's Chinese name.</param>
    /// <param name="prefix">First part of the fault codes.</param>
    /// <param name="field">The input.</param>
    public static Fault? Shape(string plain, int length, string name, string prefix, string field)
    {
        if (plain.Length == 0) return new Fault($"{prefix}.required", "请填写{0}。", field, FaultKind.Invalid, name);
        if (Scientific().IsMatch(plain))
            return new Fault($"{prefix}.digits-lost", "{0}被表格软件改成了科学计数法（{1}），末尾的数字已经丢失。请从原始资料重新录入，并把单元格设为文本格式。", field, FaultKind.Invalid, name, plain);
        if (plain.Length != length)
            return plain.Length < length && plain.All(char.IsAsciiDigit)
                ? new Fault($"{prefix}.length", "{0}应为 {1} 位，读到 {2} 位。如果开头的 0 被表格软件去掉了，请补上。", field, FaultKind.Invalid, name, length, plain.Length)
                : new Fault($"{prefix}.length", "{0}应为 {1} 位，读到 {2} 位。请核对后补全。", field, FaultKind.Invalid, name, length, plain.Length);
        return plain.All(c => c == '0') ? new Fault($"{prefix}.placeholder", "{0}全是 0，像是占位。请填写真实的代码。", field, FaultKind.Invalid, name) : null;
    }

    /// <summary>The fault of a character that cannot stand at its place.</summary>
    public static Fault Character(string plain, int place, string name, string prefix, string field) =>
        new($"{prefix}.character", "{0}第 {1} 位不能是“{2}”。请核对。", field, FaultKind.Invalid, name, place + 1, plain[place].ToString());

    /// <summary>The fault of a check digit that does not follow from the rest.</summary>
    public static Fault CheckDigit(char expected, char read, string name, string prefix, string field) =>
        new($"{prefix}.check-digit", "{0}校验码应为 {1}，读到 {2}。请逐位核对整个代码。", field, FaultKind.Invalid, name, expected.ToString(), read.ToString());

    [GeneratedRegex(@"^\d+(\.\d+)?E[+-]\d+$|^\d+\.\d+E\d+$")]
    private static partial Regex Scientific();
}
