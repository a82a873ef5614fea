using Qingdan.Platform.Language;
using Qingdan.Standards.Contracts;

namespace Qingdan.Organizations.People;

internal static class RoleText
{
    /// <summary>Roles by their names, in the order they are shown everywhere.</summary>
    public static string RoleNames(this Translator t, IEnumerable<string> roles)
    {
        var held = roles.ToHashSet();
        return string.Join(t["、"], Roles.Names.Where(r => held.Contains(r.Key)).Select(r => t[r.Value]));
    }
}
