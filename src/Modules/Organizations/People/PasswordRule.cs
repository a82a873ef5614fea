using System.Security.Cryptography;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.People;

/// <summary>What a password must be: 10 characters of three classes, or 14 of any; and how one is made up.</summary>
internal static class PasswordRule
{
    public const int Longest = 128;
    private const int Mixed = 10, Plain = 14, MadeUp = 16;

    // Without the characters that look alike when read out or copied by hand.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static Fault? Look(string password, string signInName, string field)
    {
        if (password.Length > Longest) return new Fault("organizations.password.long", "密码最长 {0} 位。请缩短。", field, FaultKind.Invalid, Longest);
        if (password.Length < (Classes(password) >= 3 ? Mixed : Plain))
            return new Fault("organizations.password.weak", "密码至少 {0} 位，含大写、小写、数字、符号中的三种；或者至少 {1} 位。", field, FaultKind.Invalid, Mixed, Plain);
        if (password.Contains(signInName, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 5)
            return new Fault("organizations.password.guessable", "密码不能包含登录名，也不能只由几个字符重复组成。请换一个。", field);
        return null;
    }

    public static string MakeUp() => RandomNumberGenerator.GetString(Alphabet, MadeUp);

    private static int Classes(string password) =>
        (password.Any(char.IsUpper) ? 1 : 0) + (password.Any(char.IsLower) ? 1 : 0) + (password.Any(char.IsDigit) ? 1 : 0) + (password.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0);
}
