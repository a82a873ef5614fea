using System.Text;

namespace Qingdan.Catalog.Contracts;

/// <summary>
/// When two names of one provider mean one resource: differences of width, case, space and punctuation do not count
/// (编目常见问题: names that differ only in stray punctuation are duplicates).
/// </summary>
public static class NameKey
{
    /// <summary>The comparable form of a name.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
        return key.ToString();
    }
}
