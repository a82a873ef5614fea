using System.CommandLine;
using System.Text.Json.Nodes;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;

namespace Qingdan.Workflow.Proofs;

/// <summary><c>proof verify</c>: checks a proof with a public key; neither store nor network is needed.</summary>
internal sealed class ProofVerb(Dictionaries dictionaries) : IVerb
{
    public Command Build(VerbHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = "履职凭证文件 / file of the proof" }.AcceptExistingOnly();
        var key = new Option<FileInfo>("--key") { Description = "公钥，PEM，另行取得 / public key, PEM, fetched apart from the proof", Required = true }.AcceptExistingOnly();
        var verify = new Command("verify", "校验履职凭证 / verify a proof") { file, key };
        verify.SetAction(async (parsed, cancel) =>
        {
            var t = new Translator(dictionaries);
            var verified = ProofEnvelope.Verify(await File.ReadAllBytesAsync(parsed.GetValue(file)!.FullName, cancel), await File.ReadAllTextAsync(parsed.GetValue(key)!.FullName, cancel));
            return verified.TryGet(out var payload)
                ? host.Answer(parsed, new ProofAnswer(true, JsonNode.Parse(payload)!), (answer, output) => output.WriteLine($"{t["校验通过"]}\n{answer.Content.ToJsonString(Platform.Web.JsonText.Readable)}"))
                : host.Refuse(parsed, verified.Faults, t);
        });
        return new Command("proof", "履职凭证 / proofs of duty done") { verify };
    }

    private sealed record ProofAnswer(bool Valid, JsonNode Content);
}
