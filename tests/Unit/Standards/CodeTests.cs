using CsCheck;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts.Codes;
using Xunit;

namespace Qingdan.Tests.Unit.Standards;

public sealed class CodeTests
{
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Gen<string> OrganizationBody = Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"].Array[8].Select(c => new string(c));

    private static readonly Gen<string> CreditBody = Gen.Select(
        Gen.Char[CreditAlphabet].Array[2], Gen.Char["0123456789"].Array[6], Gen.Char[CreditAlphabet].Array[9], (a, b, c) => new string([.. a, .. b, .. c]));

    [Theory]
    [InlineData("91230500MA1B3N1N2M")]
    [InlineData("11230500001755309F")]
    [InlineData(" 91230500ma1b3n1n2m ")]
    [InlineData("９１２３０５００ＭＡ１Ｂ３Ｎ１Ｎ２Ｍ")]
    [InlineData("9123 0500 MA1B 3N1N 2M")]
    public void A_credit_code_is_read_however_it_is_typed(string text) => Assert.True(UnifiedSocialCreditCode.Parse(text, "code").Ok);

    [Fact]
    public void A_wrong_check_digit_names_the_one_expected()
    {
        var fault = Assert.Single(UnifiedSocialCreditCode.Parse("91230500MA1B3N1N27", "code").Faults);
        Assert.Equal("standards.uscc.check-digit", fault.Code);
        Assert.Equal("code", fault.Field);
        Assert.Equal(["统一社会信用代码", "M", "7"], fault.Args);
    }

    [Fact]
    public void Every_computed_credit_code_is_read_back_and_carries_its_organization_code() => CreditBody.Sample(body =>
    {
        var code = UnifiedSocialCreditCode.Of(body);
        Assert.Equal(code, UnifiedSocialCreditCode.Parse(code.Value, "").Value);
        Assert.Equal(OrganizationCode.Parse(body[8..17], "").Ok, code.Organization is not null);
    }, iter: 500);

    [Fact]
    public void One_changed_character_of_a_credit_code_is_always_noticed() =>
        Gen.Select(CreditBody.Where(b => b.Any(c => c != '0')), Gen.Int[0, 16], Gen.Char[CreditAlphabet]).Where((body, place, c) => body[place] != c).Sample((body, place, c) =>
        {
            var changed = UnifiedSocialCreditCode.Of(body).Value.ToCharArray();
            changed[place] = c;
            Assert.False(UnifiedSocialCreditCode.Parse(new string(changed), "").Ok);
        }, iter: 500);

    [Fact]
    public void A_letter_that_credit_codes_do_not_use_is_named() =>
        Assert.Equal("standards.uscc.letter", Only(UnifiedSocialCreditCode.Parse("9123O500MA1B3N1N2M", "")).Code);

    [Theory]
    [InlineData("00243816-1", "002438161")]
    [InlineData("002421001", "002421001")]
    [InlineData("０ ０２４２１００－１", "002421001")]
    [InlineData("00242100—1", "002421001")]
    [InlineData("0024-21001", null)]
    public void An_organization_code_is_read_with_and_without_hyphen(string text, string? expected) =>
        Assert.Equal(expected, OrganizationCode.Parse(text, "").TryGet(out var code) ? code.Value : null);

    [Fact]
    public void A_computed_organization_code_is_read_back_with_its_hyphen_too() => OrganizationBody.Where(b => b.Any(c => c != '0')).Sample(body =>
    {
        var code = OrganizationCode.Of(body);
        Assert.Equal(code, OrganizationCode.Parse($"{body}-{code.Value[8]}", "").Value);
    }, iter: 500);

    [Fact]
    public void Every_other_check_digit_of_an_organization_code_is_refused() => Gen.Select(OrganizationBody.Where(b => b.Any(c => c != '0')), Gen.Char["0123456789X"]).Sample((body, digit) =>
        Assert.Equal(OrganizationCode.Of(body).Value[8] == digit, OrganizationCode.Parse(body + digit, "").Ok), iter: 500);

    [Theory]
    [InlineData("3.10E+17")]
    [InlineData("3.1e17")]
    [InlineData("9E+17")]
    public void Scientific_notation_is_reported_as_lost_digits(string text)
    {
        Assert.Equal("standards.citizen-number.digits-lost", Only(CitizenNumber.Parse(text, "")).Code);
        Assert.Equal("standards.uscc.digits-lost", Only(UnifiedSocialCreditCode.Parse(text, "")).Code);
        Assert.Equal("standards.organization-code.digits-lost", Only(OrganizationCode.Parse(text, "")).Code);
    }

    [Theory]
    [InlineData("11010519491231002X", null)]
    [InlineData("11010519491231002x", null)]
    [InlineData("110105194912310021", "standards.citizen-number.check-digit")]
    [InlineData("110105194913310021", "standards.citizen-number.birthday")]
    [InlineData("110105********002X", "standards.citizen-number.masked")]
    [InlineData("110105491231002", "standards.citizen-number.old")]
    [InlineData("1101051949123100", "standards.citizen-number.length")]
    [InlineData("", "standards.citizen-number.required")]
    [InlineData("1101051949123100X2", "standards.citizen-number.character")]
    public void A_citizen_number_is_checked_in_all_its_parts(string text, string? fault) =>
        Assert.Equal(fault, CitizenNumber.Parse(text, "id").Faults.Select(f => f.Code).SingleOrDefault());

    [Fact]
    public void A_citizen_number_prints_masked_and_faults_do_not_repeat_it()
    {
        Assert.Equal("110105********002X", CitizenNumber.Parse("11010519491231002X", "").Value.ToString());
        Assert.Equal(new DateOnly(1949, 12, 31), CitizenNumber.Parse("11010519491231002X", "").Value.Birthday);
        Assert.DoesNotContain("11010519491231", string.Concat(Only(CitizenNumber.Parse("110105194912310021", "")).Args), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000000000000000000")]
    [InlineData("000000000")]
    public void Zeros_are_a_placeholder(string text)
    {
        var faults = text.Length == 9 ? OrganizationCode.Parse(text, "").Faults : UnifiedSocialCreditCode.Parse(text, "").Faults;
        Assert.EndsWith(".placeholder", Assert.Single(faults).Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("002438161/000486", CatalogScheme.Shanghai)]
    [InlineData("00243816-1 ／ 000486", CatalogScheme.Shanghai)]
    [InlineData("307001/000001", CatalogScheme.National)]
    [InlineData("30700112A/1", CatalogScheme.National)]
    public void A_catalogue_code_tells_its_scheme(string text, CatalogScheme scheme) => Assert.Equal(scheme, CatalogCode.Parse(text, "").Value.Scheme);

    [Theory]
    [InlineData("002438162/000486", "standards.organization-code.check-digit")]
    [InlineData("132438169/000486", "standards.organization-code.check-digit")]
    [InlineData("407001/000001", "standards.catalog-code.shape")]
    [InlineData("002438161000486", "standards.catalog-code.shape")]
    [InlineData(null, "standards.catalog-code.required")]
    public void A_wrong_catalogue_code_says_what_is_wrong(string? text, string fault) => Assert.Equal(fault, Only(CatalogCode.Parse(text, "")).Code);

    [Fact]
    public void A_Shanghai_code_made_from_its_parts_is_read_back() => Gen.Select(OrganizationBody.Where(b => b.Any(c => c != '0')), Gen.Int[1, CatalogCode.MostShanghai]).Sample((body, sequence) =>
    {
        var code = CatalogCode.Of(OrganizationCode.Of(body), sequence);
        Assert.Equal(code, CatalogCode.Parse(code.Value, CatalogScheme.Shanghai, "").Value);
        Assert.Equal(OrganizationCode.Of(body).Value, code.Head);
        Assert.Equal(sequence, int.Parse(code.Sequence, null));
    }, iter: 500);

    [Fact]
    public void No_text_whatever_makes_a_parser_throw() => Gen.String.Sample(text =>
    {
        _ = UnifiedSocialCreditCode.Parse(text, "");
        _ = OrganizationCode.Parse(text, "");
        _ = CitizenNumber.Parse(text, "");
        _ = CatalogCode.Parse(text, "");
    }, iter: 1000);

    private static Fault Only<T>(Result<T> result) => Assert.Single(result.Faults);
}
