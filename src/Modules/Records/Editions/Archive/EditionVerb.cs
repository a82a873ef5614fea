using System.CommandLine;
using System.Text.Json.Nodes;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Signing;
using Qingdan.Records.Editions.Proofs;
using Qingdan.Records.Editions.Verbs;

namespace Qingdan.Records.Editions.Archive;

/// <summary><c>edition verify|diff|publish</c>. <c>verify</c> checks the archive of an edition with a public key; neither store nor network is needed.</summary>
internal sealed class EditionVerb(Dictionaries dictionaries) : IVerb
{
    public Command Build(VerbHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = "版次档案 .tar 或条目证明 .json / archive of an edition, or proof of an entry" }.AcceptExistingOnly();
        var key = new Option<FileInfo>("--key") { Description = "公钥，PEM，另行取得 / public key, PEM, fetched apart from the archive", Required = true }.AcceptExistingOnly();
        var verify = new Command("verify", "核验版次档案或条目证明 / verify an edition or an entry of it") { file, key };
        verify.SetAction(async (parsed, cancel) =>
        {
            var t = new Translator(dictionaries);
            var pem = await File.ReadAllTextAsync(parsed.GetValue(key)!.FullName, cancel);
            // A key says of itself which suite it is of.
            var suite = SigningSuite.All.FirstOrDefault(s => s.Read(pem).Ok) ?? SigningSuite.Ecdsa;
            await using var archive = parsed.GetValue(file)!.OpenRead();
            if (archive.ReadByte() == '{') return await Proof(host, parsed, parsed.GetValue(file)!, suite, pem, t, cancel);
            archive.Position = 0;
            var verified = await VerifyArchive.Run(archive, suite, pem, cancel);
            return verified.TryGet(out var manifest)
                ? host.Answer(parsed, new VerifiedAnswer(true, manifest.Facts, manifest.Lists), (answer, output) =>
                {
                    output.WriteLine(t["校验通过"]);
                    output.WriteLine($"{answer.Facts.Title}　{answer.Facts.Document}　{answer.Facts.IssuedOn}");
                    foreach (var list in answer.Lists) output.WriteLine($"{list.Title}　{list.Count}　{list.Root}");
                })
                : host.Refuse(parsed, verified.Faults, t);
        });
        return new Command("edition", "版次 / editions") { verify, new DiffEditions().Build(host), new PublishEdition().Build(host) };
    }

    // A proof is JSON, an archive begins with the name of a file.
    private static async Task<int> Proof(VerbHost host, ParseResult parsed, FileInfo file, SigningSuite suite, string pem, Translator t, CancellationToken cancel)
    {
        var verified = EntryProof.Verify(await File.ReadAllTextAsync(file.FullName, cancel), suite, pem);
        return verified.TryGet(out var proof)
            ? host.Answer(parsed, new ProvedAnswer(true, proof.Edition.Facts, JsonNode.Parse(proof.Line)!), (answer, output) =>
            {
                output.WriteLine(t["校验通过：这一条在这一版里"]);
                output.WriteLine($"{answer.Facts.Title}　{answer.Facts.Document}　{answer.Facts.IssuedOn}");
                output.WriteLine(proof.Line);
            })
            : host.Refuse(parsed, verified.Faults, t);
    }

    private sealed record ProvedAnswer(bool Valid, EditionFacts Facts, JsonNode Entry);

    private sealed record VerifiedAnswer(bool Valid, EditionFacts Facts, IReadOnlyList<ManifestList> Lists);
}
