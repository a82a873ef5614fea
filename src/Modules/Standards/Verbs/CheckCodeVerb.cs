using System.CommandLine;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.Codes;

namespace Qingdan.Standards.Verbs;

/// <summary><c>check-code</c>: checks a code with its check digit; the store is not needed.</summary>
internal sealed class CheckCodeVerb(Dictionaries dictionaries) : IVerb
{
    private const string Field = "code";

    public Command Build(VerbHost host)
    {
        var kind = new Argument<string>("kind") { Description = "uscc 统一社会信用代码 · orgcode 组织机构代码 · idcard 公民身份号码 · catalog-sh · catalog-national / kind of code" };
        kind.AcceptOnlyFromAmong("uscc", "orgcode", "idcard", "catalog-sh", "catalog-national");
        var code = new Argument<string>(Field) { Description = "代码 / the code" };
        var command = new Command("check-code", "校验代码 / check a code") { kind, code };
        command.SetAction(parsed =>
        {
            var answer = Check(parsed.GetValue(kind)!, parsed.GetValue(code)!);
            var t = new Translator(dictionaries);
            return answer.TryGet(out var right)
                ? host.Answer(parsed, right, (value, output) => output.WriteLine(t["{0} 有效", value.Code]))
                : host.Refuse(parsed, answer.Faults, t);
        });
        return command;
    }

    /// <summary>The code as it is written properly; a citizen number comes back masked.</summary>
    private static Result<CodeAnswer> Check(string kind, string text) => kind switch
    {
        "uscc" => Answer(kind, UnifiedSocialCreditCode.Parse(text, Field), c => c.Value, c => c.Organization?.Value),
        "orgcode" => Answer(kind, OrganizationCode.Parse(text, Field), c => c.Value, _ => null),
        "idcard" => Answer(kind, CitizenNumber.Parse(text, Field), c => c.ToString(), _ => null),
        "catalog-sh" => Answer(kind, CatalogCode.Parse(text, CatalogScheme.Shanghai, Field), c => c.Value, c => c.Head),
        _ => Answer(kind, CatalogCode.Parse(text, CatalogScheme.National, Field), c => c.Value, _ => null),
    };

    private static Result<CodeAnswer> Answer<T>(string kind, Result<T> parsed, Func<T, string> text, Func<T, string?> organization) =>
        parsed.TryGet(out var code) ? new CodeAnswer(kind, text(code), true, organization(code)) : parsed.As<CodeAnswer>();

    private sealed record CodeAnswer(string Kind, string Code, bool Valid, string? OrganizationCode);
}
