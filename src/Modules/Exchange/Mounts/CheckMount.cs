using System.Text.RegularExpressions;
using Qingdan.Catalog.Contracts;
using Qingdan.Exchange.Projection;
using Qingdan.Exchange.Projection.Masking;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts;

/// <summary>All that is wrong with a mount as typed.</summary>
internal static partial class CheckMount
{
    private const int Short = 100, Long = 500, MostValues = 50;

    /// <summary>Most parameters of a request.</summary>
    public const int MostParameters = 20;

    /// <summary>Headers that the connection itself has, or that would speak for somebody else.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Content-Length", "Content-Type", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect", "Cookie", "Accept", "Accept-Encoding", "Proxy-Authorization" };

    /// <summary>Looks at it; <paramref name="kept"/> is the mount as stored, null for a new one.</summary>
    public static List<Fault> Faults(MountDraft draft, Mount? kept, IReadOnlyList<ItemField> items)
    {
        List<Fault> faults = [.. Text("name", "服务名称", draft.Name, Short, true), .. Text("path", "路径", draft.Path, Long, true), .. Text("credentialName", "请求头名、参数名或用户名", draft.CredentialName, Short, false), .. Text("dateHeader", "数据日期所在的响应头", draft.DateHeader, Short, false)];
        if (!Enum.TryParse<MountMethod>(draft.Method, out var method) || !Enum.IsDefined(method)) faults.Add(new("exchange.mount.method", "请选择请求方式。", "method"));
        if (!IsAddress(draft.Address)) faults.Add(new("exchange.mount.address", "服务地址写协议、主机和端口，例如 https://api.example.gov.cn:8443，不带路径、用户名和参数。", "address"));
        if (draft.Path.Length > 0 && !PlainPath().IsMatch(draft.Path)) faults.Add(new("exchange.mount.path", "路径以 / 开头，只含字母、数字和 -._~%/，不含参数和 ..。", "path"));
        if (draft.DateHeader.Length > 0 && !Token().IsMatch(draft.DateHeader)) faults.Add(new("exchange.mount.date-header", "响应头名写得不对。", "dateHeader"));
        if (draft.DatePath.Length > 0) faults.AddRange(JsonPath.Parse(draft.DatePath, "datePath").Faults);
        faults.AddRange(OfCredential(draft, kept));
        faults.AddRange(OfItems(draft, items));
        faults.AddRange(OfParameters(draft, items));
        return faults;
    }

    private static IEnumerable<Fault> OfCredential(MountDraft draft, Mount? kept)
    {
        if (!Enum.TryParse<CredentialKind>(draft.Credential, out var kind) || !Enum.IsDefined(kind))
        {
            yield return new("exchange.mount.credential", "请选择鉴权方式。", "credential");
            yield break;
        }
        if (kind == CredentialKind.None) yield break;
        if (kind == CredentialKind.Header && (!Token().IsMatch(draft.CredentialName) || Taken.Contains(draft.CredentialName))) yield return new("exchange.mount.credential-name", "请填写密钥所在的请求头名，例如 X-Api-Key。", "credentialName");
        if (kind == CredentialKind.Query && (draft.CredentialName.Length == 0 || draft.Parameters.Any(p => p.Name == draft.CredentialName))) yield return new("exchange.mount.credential-parameter", "请填写密钥所在的参数名，不能与别的参数同名。", "credentialName");
        if (kind == CredentialKind.Basic && (draft.CredentialName.Length == 0 || draft.CredentialName.Contains(':'))) yield return new("exchange.mount.user", "请填写用户名，不能含冒号。", "credentialName");
        if (draft.Secret.Length > Long || draft.Secret.AsSpan().ContainsAnyExceptInRange(' ', '~')) yield return new("exchange.mount.secret-characters", "密钥、口令或令牌只能用英文字符，不超过 {0} 个。", "secret", FaultKind.Invalid, Long);
        // A secret is given to whom it was meant for: who changes the address has to know it.
        if (draft.Secret.Length == 0 && (kept is not { Secret.Length: > 0 } || kept.Credential != kind || kept.Address != draft.Address.TrimEnd('/')))
            yield return new("exchange.mount.secret", "请填写密钥、口令或令牌；换了服务地址或鉴权方式也要重新填写。", "secret");
    }

    private static IEnumerable<Fault> OfItems(MountDraft draft, IReadOnlyList<ItemField> items)
    {
        var placed = draft.Items.Where(i => i.Path.Length > 0).ToList();
        if (placed.Count == 0) yield return new("exchange.mount.items", "至少要给一个数据项填写路径。", "rows");
        if (placed.Select(i => i.ItemId).Except(items.Select(i => i.Id)).Any() || placed.DistinctBy(i => i.ItemId).Count() < placed.Count) yield return new("exchange.mount.item", "有的数据项已不在这个目录里，请重新填写。", "rows");
        foreach (var fault in Selector.Parse(draft.Rows, [.. placed.Select(i => new ItemPath(i.ItemId, i.Path))]).Faults) yield return fault;
        foreach (var item in placed)
        {
            if (!Enum.TryParse<MaskKind>(item.Mask, out var mask) || !Enum.IsDefined(mask)) yield return new("exchange.mount.mask", "请选择脱敏方式。", $"mask-{item.ItemId}");
            else if (mask != MaskKind.None)
                foreach (var fault in Masks.Of(mask, item.Pattern, item.Replacement, $"pattern-{item.ItemId}").Faults) yield return fault;
        }
    }

    private static IEnumerable<Fault> OfParameters(MountDraft draft, IReadOnlyList<ItemField> items)
    {
        if (draft.Parameters.Count > MostParameters) yield return new("exchange.mount.parameters", "参数不超过 {0} 个。", "parameters", FaultKind.Invalid, MostParameters);
        foreach (var (parameter, place) in draft.Parameters.Select((p, i) => (p, i)))
        {
            if (parameter.Name.Length is 0 or > Short || parameter.Name.Any(char.IsControl)) yield return new("exchange.mount.parameter-name", "请填写参数名，不超过 {0} 个字。", $"parameter-{place}", FaultKind.Invalid, Short);
            if (parameter.Value.Length > Long) yield return new("exchange.mount.parameter-value", "参数值不超过 {0} 个字。", $"value-{place}", FaultKind.Invalid, Long);
            if (parameter.Allowed is { } allowed && (allowed.Count > MostValues || allowed.Any(v => v.Length is 0 or > Short || v.Any(char.IsControl)))) yield return new("exchange.mount.parameter-allowed", "只许的值不超过 {0} 个，每个不超过 {1} 个字。", $"allowed-{place}", FaultKind.Invalid, MostValues, Short);
            if (parameter.ItemId != 0 && items.All(i => i.Id != parameter.ItemId)) yield return new("exchange.mount.parameter-item", "参数对应的数据项已不在这个目录里。", $"item-{place}");
        }
        if (draft.Parameters.GroupBy(p => p.Name, StringComparer.Ordinal).Any(g => g.Count() > 1)) yield return new("exchange.mount.parameter-twice", "同名的参数只能写一个。", "parameters");
    }

    private static IEnumerable<Fault> Text(string field, string name, string text, int most, bool owed)
    {
        if (owed && string.IsNullOrWhiteSpace(text)) yield return new("exchange.mount.required", "请填写{0}。", field, FaultKind.Invalid, name);
        if (text.Length > most) yield return new("exchange.mount.too-long", "{0}不超过 {1} 字，现有 {2} 字。", field, FaultKind.Invalid, name, most, text.Length);
        if (ClassificationMarks.Refusal(text, field) is { } marked) yield return marked;
    }

    private static bool IsAddress(string address) => address.Length <= Long && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri is { UserInfo: "", AbsolutePath: "/", Query: "", Fragment: "", Host.Length: > 0 } && !address.Contains('\\') && !address.Contains('@') && !address.Any(char.IsWhiteSpace);

    [GeneratedRegex(@"\A(?!.*(?:/\.\.?(?:/|\z)|%2[eEfF]|%5[cC]|%0))/(?:[A-Za-z0-9\-._~/!$'()*+,;=:@]|%[0-9A-Fa-f]{2})*\z")]
    private static partial Regex PlainPath();

    // RFC 9110, 5.6.2.
    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+\-.^_`|~]+\z")]
    private static partial Regex Token();
}
