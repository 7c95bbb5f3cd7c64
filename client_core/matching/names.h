// Names, addresses and numbers in the one form in which two writings of the same thing are equal.
#pragma once

#include <string>
#include <string_view>

namespace tern::matching {

/// Without case, width, spaces, punctuation and legal form (GmbH, SARL, Ltd, 有限公司…); empty where nothing is left.
std::string company_key(std::string_view name);
/// The words of a person's name in one order; empty unless there are both a given and a family name.
std::string person_key(std::string_view given, std::string_view family);
/// In lower case, without `+tag`; empty for what is no address.
std::string mail_key(std::string_view mail);
/// The host of a URL, mail address or domain, without `www.`; empty for what is none, and for the providers where
/// everybody has an address.
std::string domain_key(std::string_view text);
/// Letters and digits alone, folded; empty below three: `0` and `-` stand for nothing.
std::string exact_key(std::string_view text);
/// The last digits of a number. Two writings of one number have them in common whatever their country and trunk
/// prefixes; two numbers may, too. Empty below six digits.
std::string phone_key(std::string_view text);

}  // namespace tern::matching
