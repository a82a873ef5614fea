using System.Text;

namespace Qingdan.Organizations.Naming;

/// <summary>
/// One spelling for one name: only what cannot change the meaning is made alike (width, blanks, invisible characters, case).
/// Whether two different names mean one unit is for a person to decide.
/// </summary>
internal static class NameKey
{
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKC))
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u200B' or '\uFEFF')) key.Append(char.ToUpperInvariant(c));
        return key.ToString();
    }
}
