namespace Qingdan.Organizations.Contracts;

/// <summary>w***@example.cn: enough to recognise an address, not enough to write to it.</summary>
public static class EmailMask
{
    /// <summary>The address masked; empty for none.</summary>
    public static string Of(string email) => email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{email[0]}***{email[at..]}" : "";
}
