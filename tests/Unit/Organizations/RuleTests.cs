using CsCheck;
using Qingdan.Organizations.People;
using Qingdan.Standards.Contracts;
using Xunit;

namespace Qingdan.Tests.Unit.Organizations;

public sealed class RuleTests
{
    [Theory]
    [InlineData("Abcdefg123", null)]
    [InlineData("abcdefg12!", null)]
    [InlineData("correct horse battery", null)]
    [InlineData("Abcdef123", "organizations.password.weak")]
    [InlineData("abcdefghij12", "organizations.password.weak")]
    [InlineData("xx-WANGMIN-2026", "organizations.password.guessable")]
    [InlineData("aaaaaaaaaaaaaa", "organizations.password.guessable")]
    public void A_password_is_long_mixed_and_not_the_name(string password, string? code) => Assert.Equal(code, PasswordRule.Look(password, "wangmin", "wanted")?.Code);

    [Fact]
    public void A_made_up_password_keeps_the_rule() => Gen.Int.Sample(_ => PasswordRule.Look(PasswordRule.MakeUp(), "wangmin", "") is null, iter: 100);

    [Fact]
    public void Of_the_three_nobody_holds_another_role()
    {
        var all = Roles.Names.Keys.ToArray();
        var roles = Gen.Int[0, all.Length - 1].Array[1, 4].Select(chosen => chosen.Distinct().Select(i => all[i]).ToList());
        roles.Sample(held => (RoleRules.Look(held) is null) == (held.Count == 1 || !held.Exists(r => r is Roles.SystemAdmin or Roles.SecurityAdmin or Roles.Auditor)));
    }

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("62345", "*****")]
    [InlineData("", "")]
    public void A_phone_number_is_masked(string phone, string shown) => Assert.Equal(shown, PhoneMask.Of(phone));
}
